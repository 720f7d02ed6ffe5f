import fc from "fast-check";
import { expect, test } from "vitest";

import { sniffDelimiter } from "@/lib/engine/ingest/read/csv/sniff-delimiter";
import { readShown } from "@/lib/engine/ingest/read/test-reading";

const rows = (source: string) => readShown(source, "csv");

test("each row reads by itself, with its headers and without the byte order mark", async () => {
  expect(await rows('\ufeffname;amount;note\nZürich;"1 200,50";\nBern;"with ""quotes""\nand a line";x\n')).toEqual([
    "table-row: name: Zürich; amount: 1 200,50",
    'table-row: name: Bern; amount: with "quotes" and a line; note: x',
  ]);
});

test("a table of numbers has no header, a header alone is still text", async () => {
  expect(await rows("1,2\n3,4\n")).toEqual(["table-row: 1 | 2", "table-row: 3 | 4"]);
  expect(await rows("city,country\n")).toEqual(["table-row: city | country"]);
});

test("rows of other lengths and stray quotes are read", async () => {
  expect(await rows('city,country\nRome\nOslo,Norway,more\n5" pipe,yes\n')).toEqual(["table-row: city: Rome", "table-row: city: Oslo; country: Norway; more", 'table-row: city: 5" pipe; country: yes']);
});

test("a quotation mark that is never closed costs nothing", async () => {
  expect(await rows('city,country\n"Rome,Italy\nOslo,Norway\n')).toEqual(['table-row: city: "Rome; country: Italy', "table-row: city: Oslo; country: Norway"]);
});

test("formulas stay the text they are", async () => {
  expect(await rows('what,amount\nTravel,"=HYPERLINK(""x"")"\n')).toEqual(['table-row: what: Travel; amount: =HYPERLINK("x")']);
});

test("the delimiter is found whatever it is", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "b", "1", " "), minLength: 1, maxLength: 5 });
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (cells, delimiter) => {
      expect(sniffDelimiter(cells.map((row) => row.join(delimiter)).join("\n"))).toBe(delimiter);
    }),
    { numRuns: 100 },
  );
});
