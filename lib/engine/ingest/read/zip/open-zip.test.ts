import { crc32, deflateRawSync } from "node:zlib";

import fc from "fast-check";
import { expect, test } from "vitest";

import { openZip } from "@/lib/engine/ingest/read/zip/open-zip";
import { writeZip } from "@/lib/engine/ingest/read/zip/write-zip";

/** A ZIP of one deflated entry, made from a stored one by changing the method in both headers. */
function deflated(name: string, content: Buffer, flags = 0): Buffer {
  const packed = deflateRawSync(content);
  const zip = writeZip(new Map([[name, packed]]));
  const entry = 30 + name.length + packed.length;
  for (const at of [8, entry + 10]) zip.writeUInt16LE(8, at);
  for (const at of [14, entry + 16]) zip.writeUInt32LE(crc32(content), at);
  for (const at of [6, entry + 8]) zip.writeUInt16LE(flags, at);
  return zip;
}

test("what was packed comes out again", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.uint8Array({ maxLength: 100 }), { maxKeys: 10 }), (files) => {
      const packed = new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]));
      const zip = openZip(writeZip(packed));
      for (const [name, content] of packed) expect(zip.read(name)).toEqual(content);
      expect(zip.read("absent/entry")).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test("a deflated entry is unpacked, a bomb is not", () => {
  const zip = deflated("a.xml", Buffer.alloc(5_000_000));
  expect(zip.length).toBeLessThan(10_000);
  expect(openZip(zip).read("a.xml")).toHaveLength(5_000_000);
  expect(() => openZip(zip, 1_000_000).read("a.xml")).toThrow(expect.objectContaining({ code: "too_large" }));
});

test("the limit counts all entries together", () => {
  const zip = deflated("a.xml", Buffer.alloc(600));
  const opened = openZip(zip, 1_000);
  expect(opened.read("a.xml")).toHaveLength(600);
  expect(() => opened.read("a.xml")).toThrow(expect.objectContaining({ code: "too_large" }));
});

test("a password on an entry is told", () => {
  expect(() => openZip(deflated("a.xml", Buffer.from("x"), 1)).read("a.xml")).toThrow(expect.objectContaining({ code: "encrypted" }));
});

test("broken archives are malformed, never a crash", () => {
  const good = deflated("word/document.xml", Buffer.from("text ".repeat(100)));
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
      const broken = Buffer.from(good.subarray(0, length));
      if (at < broken.length) broken[at] = byte;
      try {
        openZip(broken).read("word/document.xml");
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: "DocumentError" });
      }
    }),
    { numRuns: 300 },
  );
});
