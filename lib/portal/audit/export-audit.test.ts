import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, expect, it, vi } from "vitest";

import { appUrl } from "@/lib/platform/env";
import { exportAudit } from "@/lib/portal/audit/export-audit";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest, headers: () => Promise.resolve(new Headers()) }));

const folder = mkdtempSync(join(tmpdir(), "citadel-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the program says of an export in its last line, as it is run by the customer; before it, it may say that it is being bundled. */
async function verified(lines: readonly string[]): Promise<string> {
  const path = join(folder, "audit.jsonl");
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  const program = ["lib/launch/run.mjs", "lib/portal/audit/verify-audit.ts", path];
  const { stdout } = await promisify(execFile)(process.execPath, program).catch((failed: { stdout: string }) => failed);
  return stdout.trimEnd().split("\n").at(-1) ?? "";
}

it("is found whole by the program, and the first broken link is named where a row was changed, left out or is none", { timeout: 120_000 }, async () => {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  for (const name of ["one", "two", "three", "four"]) await withOrganisation(scope, (tx) => recordAudit(tx, scope, { action: "golden.saved", target: { kind: "golden question", id: name, name } }));
  requestCookie.token = tenant.token;
  const answer = await exportAudit.handle(new Request(`${appUrl()}/t/${tenant.org}/api/audit`));
  const rows = (await answer.text()).trimEnd().split("\n");
  expect(rows.at(-1)).toContain("audit.exported");
  expect(await verified(rows)).toMatch(new RegExp(`^INTACT: ${rows.length} rows, head [0-9a-f]{64}$`));

  const at = rows.findIndex((row) => row.includes('"targetName":"two"'));
  const number = at + 1;
  expect(await verified(rows.map((row) => row.replace('"targetName":"two"', '"targetName":"2"')))).toBe(`BROKEN at row ${number}: Row ${number} was changed after it was written.`);
  expect(await verified(rows.filter((_, index) => index !== at))).toBe(`BROKEN at row ${number}: Row ${number} is missing: row ${number + 1} follows row ${number - 1}.`);
  expect(await verified(rows.map((row, index) => (index === at ? "{}" : row)))).toBe(`BROKEN at line ${number}: it is no row of an audit log.`);
});
