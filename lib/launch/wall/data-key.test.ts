import { copyFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, it } from "vitest";

import { createDataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

it("a wrapped data key that is put in another project's place opens nothing", async () => {
  const [own, other] = [newId("prj"), newId("prj")];
  await createDataKey(own);
  await createDataKey(other);
  const fileOf = (project: string) => join(env().DATA_DIR, "keys", project);
  await copyFile(fileOf(other), fileOf(own));
  await expect(openDataKey(own)).rejects.toThrow();
});
