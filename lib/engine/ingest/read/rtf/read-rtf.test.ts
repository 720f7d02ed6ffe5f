import fc from "fast-check";
import { expect, test } from "vitest";

import { readShown } from "@/lib/engine/ingest/read/test-reading";

const read = (body: string) => readShown(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 MS;}}{\\stylesheet{\\s0 Normal;}{\\s3 heading 2;}}${body}}`, "latin1"), "rtf");

test("headings, lists, tables and links are kept; what no reader sees is not", async () => {
  const body = [
    "{\\info{\\title Secret title}}{\\header Page head\\par}",
    "\\pard\\s3 Leave\\par\\pard Everybody gets {\\b 28 days}{\\v not this}.\\par",
    "{\\listtext\\'b7\\tab}sick leave\\par{\\listtext 1.\\tab}second\\par",
    '{\\field{\\*\\fldinst HYPERLINK "http://example.org"}{\\fldrslt our page}}\\par{\\pict\\bin4 }}}x}{\\*\\unknown gone}',
    "\\trowd\\pard\\intbl Grade\\cell Days\\cell\\row\\trowd\\pard\\intbl A\\par or B\\cell 28\\cell\\row\\pard after\\par",
  ];
  expect(await read(body.join("\n"))).toEqual([
    "heading: Leave",
    "paragraph: Everybody gets 28 days.",
    "list-item: - sick leave",
    "list-item: 1. second",
    "paragraph: our page",
    "table-row: Grade | Days",
    "table-row: A or B | 28",
    "paragraph: after",
  ]);
});

test("characters come out of code pages, fonts' character sets and Unicode with its stand-ins", async () => {
  expect(await read("Caf\\'e9 \\u8364? {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} {\\f2 \\'82\\'b1\\'82\\'f1} \\uc2\\u-10179\\'3f\\'3f\\u-8704\\'3f\\'3f \\emdash\\~\\{x\\}\\par")).toEqual(["paragraph: Café € Привет こん 😀 — {x}"]);
});

test("whatever the bytes, a document or one of our errors comes out", async () => {
  const piece = fc.constantFrom("{", "}", "\\", "\\par", "\\cell", "\\row", "\\u12", "\\'e", "\\'82", "\\bin9", "\\f2", "\\*", "text ", "\\listtext", "\n", "é");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const blocks = await read(pieces.join("")).catch((thrown: unknown) => thrown);
      expect(Array.isArray(blocks) || (blocks instanceof Error && blocks.name === "DocumentError")).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("groups without end are refused", async () => {
  await expect(read("{".repeat(10_000))).rejects.toMatchObject({ code: "too_large" });
});
