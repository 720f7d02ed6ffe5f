import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { SEALED_COLUMNS } from "@/lib/portal/keys/sealed-columns";

/** Each caller of `seal`, and the column its values end in. */
const CALLERS = {
  "lib/portal/vault.ts": "portal.project.sealed_key",
  "lib/portal/onboarding/complete.ts": "portal.onboarding.sealed_invitation",
  "lib/portal/connectors/secret.ts": "portal.connector.sealed_secret",
};

it("names the column of everything that is sealed, so that an exchange of the master key leaves nothing behind", () => {
  const files = ["lib", "app"].flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)));
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== "lib/platform/crypto/seal.ts");
  expect(sources.filter((file) => /\bseal\(/.test(readFileSync(file, "utf8"))).sort()).toEqual(Object.keys(CALLERS).sort());
  expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(Object.values(CALLERS).sort());
});
