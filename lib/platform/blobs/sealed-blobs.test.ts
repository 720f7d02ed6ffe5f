import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { readBlob, readWholeBlob, removeBlob, removeBlobs, writeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { SEGMENT_BYTES, STORED_SEGMENT_BYTES } from "@/lib/platform/blobs/segments";
import { createDataKey, type DataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

const project = newId("prj");
const LIMIT = 10 * SEGMENT_BYTES;
let key: DataKey;
beforeAll(async () => {
  await createDataKey(project);
  key = await openDataKey(project);
});

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}
async function written(bytes: Buffer, partSize = 1000): Promise<string> {
  const name = `${project}/${newId("ver")}`;
  const facts = await writeBlob(key, name, inParts(bytes, partSize), LIMIT);
  expect(facts).toEqual({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  return name;
}
const path = (name: string) => join(env().DATA_DIR, "blobs", name);
const bytesOf = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

describe("sealed blobs", () => {
  it.each([0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES])("give back %d bytes", async (length) => {
    const bytes = randomBytes(length);
    const name = await written(bytes);
    expect(await readWholeBlob(key, name)).toEqual(bytes);
  });

  it("give back any range of any stream, however it was cut", async () => {
    const bytes = randomBytes(2 * SEGMENT_BYTES + 777);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200_000 }), fc.nat(bytes.length - 1), fc.nat(bytes.length), async (partSize, start, length) => {
        const name = await written(bytes, partSize);
        const end = Math.min(bytes.length, start + length + 1);
        expect((await bytesOf(readBlob(key, name, { start, end }))).equals(bytes.subarray(start, end))).toBe(true);
        await removeBlob(name);
      }),
      { numRuns: 25 },
    );
  });

  it("hold nothing of the plain bytes", async () => {
    const name = await written(Buffer.from("the vacation policy ".repeat(500)));
    expect((await readFile(path(name))).includes("vacation")).toBe(false);
  });

  it("do not open when they were cut off, changed, or moved to another name", async () => {
    const name = await written(randomBytes(2 * SEGMENT_BYTES));
    const stored = await readFile(path(name));
    const other = `${project}/${newId("ver")}`;
    await writeFile(path(other), stored);
    await expect(readWholeBlob(key, other)).rejects.toThrow();
    await writeFile(path(name), stored.subarray(0, STORED_SEGMENT_BYTES));
    await expect(readWholeBlob(key, name)).rejects.toThrow();
    stored.writeUInt8(stored.readUInt8(100) ^ 1, 100);
    await writeFile(path(name), stored);
    await expect(readWholeBlob(key, name)).rejects.toThrow();
  });

  it("leave nothing behind when the stream breaks off or is too large", async () => {
    const name = `${project}/${newId("ver")}`;
    const broken = async function* () {
      yield Promise.resolve(randomBytes(SEGMENT_BYTES * 2));
      throw new Error("gone");
    };
    await expect(writeBlob(key, name, broken(), LIMIT)).rejects.toThrow("gone");
    await expect(writeBlob(key, name, inParts(randomBytes(2000), 500), 1999)).rejects.toMatchObject({ code: "too_large" });
    const left = await readdir(join(env().DATA_DIR, "blobs", project));
    expect(left.filter((file) => name.endsWith(file) || file.endsWith(".part"))).toEqual([]);
  });

  it("are gone when they are removed, alone or with their project", async () => {
    const name = await written(Buffer.from("x"));
    await removeBlob(name);
    await removeBlob(name);
    await expect(readWholeBlob(key, name)).rejects.toThrow(/ENOENT/);
    const second = await written(Buffer.from("y"));
    await removeBlobs(`${project}/`);
    await expect(readWholeBlob(key, second)).rejects.toThrow(/ENOENT/);
  });

  it("take no name that could lead out of their folder", () => {
    expect(() => readBlob(key, "../../etc/passwd")).not.toThrow();
    return expect(readWholeBlob(key, "../../etc/passwd")).rejects.toThrow("server's own ids");
  });
});
