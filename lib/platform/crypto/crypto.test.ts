import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDataKey, destroyDataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { hashPassword, verifyPassword } from "@/lib/platform/crypto/password";
import { seal, unseal } from "@/lib/platform/crypto/seal";
import { randomToken } from "@/lib/platform/crypto/token";
import { env } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

describe("sealing", () => {
  it("opens to the same bytes in the same context only, and never when a byte was changed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.string(), fc.nat(), (plain, context, other, at) => {
        const sealed = seal(plain, context);
        expect(unseal(sealed, context)).toEqual(Buffer.from(plain));
        if (other !== context) expect(() => unseal(sealed, other)).toThrow();
        const changed = Buffer.from(sealed);
        const place = at % changed.length;
        changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
        expect(() => unseal(changed, context)).toThrow();
      }),
      { numRuns: 200 },
    );
  });

  it("refuses what is too short to be sealed", () => {
    expect(() => unseal(Buffer.alloc(10), "x")).toThrow(CitadelError);
  });
});

describe("passwords", () => {
  it("are stored as argon2id and match themselves alone", async () => {
    const stored = await hashPassword("correct horse");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([await verifyPassword(stored, "correct horse"), await verifyPassword(stored, "Correct horse"), await verifyPassword("no hash", "x")]).toEqual([true, false, false]);
  });
});

describe("the key store", () => {
  const owner = newId("prj");

  it("gives back the same key, keeps it wrapped, and binds it to its project", async () => {
    await createDataKey(owner);
    const key = (await openDataKey(owner)).bytes();
    expect(key).toHaveLength(32);
    expect((await openDataKey(owner)).bytes()).toEqual(key);
    const stored = await readFile(join(env().DATA_DIR, "keys", owner));
    expect(stored.includes(key)).toBe(false);
    const other = newId("prj");
    await writeFile(join(env().DATA_DIR, "keys", other), stored);
    await expect(openDataKey(other)).rejects.toThrow();
  });

  it("prints nothing of a key", async () => {
    await createDataKey(owner);
    const key = await openDataKey(owner);
    expect(JSON.stringify(key)).toBe("{}");
  });

  it("opens nothing once a key is destroyed, and may destroy it again", async () => {
    await createDataKey(owner);
    await destroyDataKey(owner);
    await destroyDataKey(owner);
    await expect(openDataKey(owner)).rejects.toThrow(/ENOENT/);
  });

  it("takes no name that is no id", async () => {
    await expect(openDataKey("../secrets")).rejects.toThrow("id of the server's own");
  });
});

it("makes tokens of 256 bits", () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
});
