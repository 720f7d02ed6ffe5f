import fc from "fast-check";
import { expect, test } from "vitest";

import { cleanText, foldLines } from "@/lib/engine/ingest/read/clean-text";
import { decodeText } from "@/lib/engine/ingest/read/decode-text";

test("text comes out of every encoding it may be in", () => {
  const text = "Größe: 12 m², Café";
  const bigEndian = Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from(text, "utf16le"), bigEndian, Buffer.from(text, "latin1")]) {
    expect(cleanText(decodeText(bytes))).toBe(text);
  }
});

test("Windows-1252 quotation marks are not lost", () => {
  expect(decodeText(Buffer.from([0x93, 0x41, 0x94, 0x80]))).toBe("“A”€");
});

test("clean text can be stored whatever the bytes were", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = cleanText(decodeText(bytes));
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\u0000\r]/);
    }),
    { numRuns: 300 },
  );
});

test("lines stay lines and their spaces are folded", () => {
  expect(foldLines("  a \t b  \r\n\n  c ")).toBe("a b\nc");
});
