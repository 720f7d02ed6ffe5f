import { createHash, randomBytes } from "node:crypto";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { openArchive, type Source } from "@/lib/platform/archive/open-archive";
import { type ArchiveEntry, type Entries, MANIFEST, writeArchive } from "@/lib/platform/archive/write-archive";

const bytesOf = async (stream: ReadableStream<Uint8Array>) => Buffer.from(await new Response(stream).arrayBuffer());
const sourceOf = (bytes: Buffer): Source => ({ bytes: bytes.length, read: ({ start, end }) => new Blob([Uint8Array.from(bytes.subarray(start, end))]).stream() });

async function* given(files: ReadonlyMap<string, Buffer>): AsyncGenerator<ArchiveEntry> {
  for (const [name, content] of files) yield { name, body: new Blob([Uint8Array.from(content)]).stream() };
}
const pack = (files: ReadonlyMap<string, Buffer>) => bytesOf(writeArchive(given(files), (facts) => JSON.stringify(facts)));

describe("an archive", () => {
  it("gives back what was put in, and its manifest names each entry as it is", async () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((text) => !/[/\\\0]/.test(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.uint8Array({ maxLength: 5_000 }), { maxKeys: 6 }), async (contents) => {
        const files = new Map(Object.entries(contents).map(([key, content]) => [`documents/${key}.json`, Buffer.from(content)] as const));
        const archive = await openArchive(sourceOf(await pack(files)));
        const facts: Entries = JSON.parse(await archive.text(MANIFEST));
        expect(Object.keys(facts).sort()).toEqual([...files.keys()].sort());
        for (const [key, content] of files) {
          const read = archive.read(key);
          expect(read === undefined ? undefined : await bytesOf(read)).toEqual(content);
          expect(facts[key]).toEqual({ bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") });
        }
      }),
      { numRuns: 25 },
    );
  });

  it("holds none of it: what nobody reads is not asked for", async () => {
    let asked = 0;
    const endless = async function* (): AsyncGenerator<ArchiveEntry> {
      for (; asked < 1000; asked += 1) yield { name: `${asked}.bin`, body: new Blob([randomBytes(65_536)]).stream() };
    };
    const reader = writeArchive(endless(), () => "{}").getReader();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBeLessThan(5);
    await reader.cancel();
  });

  it("breaks off when something fails on the way", async () => {
    const failing = async function* (): AsyncGenerator<ArchiveEntry> {
      yield { name: "a.txt", body: "a" };
      throw new Error("gone");
    };
    await expect(bytesOf(writeArchive(failing(), () => "{}"))).rejects.toThrow("gone");
  });

  it("does not open when a byte of it was changed", async () => {
    const bytes = await pack(new Map([["a.bin", Buffer.from("twenty-five days of leave")]]));
    bytes.write("thirty", bytes.indexOf("twenty"));
    const archive = await openArchive(sourceOf(bytes));
    await expect(archive.text("a.bin")).rejects.toThrow();
  });
});
