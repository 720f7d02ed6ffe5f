import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { drawPdf, lines, type Printed } from "@/lib/engine/ingest/read/pdf/draw-pdf";
import { readPages, readShown, shownBlocks } from "@/lib/engine/ingest/read/test-reading";

const LEFT = ["The travel policy applies to all members of", "the staff, whatever their contract says. Trips", "are booked by the travel desk, which knows the", "rates and the rules of the countries you visit."];
const RIGHT = ["Expenses are paid back within fourteen days if", "the receipts are complete. Send them in one", "file by the end of the month, and keep the", "originals until the money has come to you."];
const words = (texts: readonly string[]) => texts.join(" ");

describe("reading order", () => {
  test("the lines of a paragraph are one text, and every line has its box", async () => {
    const [page] = await readPages(await drawPdf([lines(LEFT, 60, 100)]), "pdf");
    expect(page).toMatchObject({ page: 1, width: 595, height: 842, text: words(LEFT) });
    const [block] = page?.blocks ?? [];
    expect(block?.lines.map((line) => page?.text.slice(line.start, line.end))).toEqual(LEFT);
    for (const [index, line] of (block?.lines ?? []).entries()) {
      const [x0, y0, x1, y1] = line.bbox ?? [0, 0, 0, 0];
      expect(x0).toBeCloseTo(60, 0);
      expect(y0).toBeGreaterThan(95 + index * 12);
      expect(y1).toBeLessThan(115 + index * 12);
      expect(x1 - x0).toBeGreaterThan(150);
    }
  });

  test("two columns are read one after the other, below the title over both", async () => {
    const title: Printed = { text: "Travel and expenses of all members of staff in every country", x: 100, y: 60, size: 16, bold: true };
    const footer: Printed = { text: "This page replaces every other page about travel that you may find in the old wiki of the company.", x: 60, y: 200 };
    expect(await readShown(await drawPdf([[title, ...lines(LEFT, 60, 100), ...lines(RIGHT, 310, 100), footer]]), "pdf")).toEqual([
      `heading: ${title.text}`,
      `paragraph: ${words(LEFT)}`,
      `paragraph: ${words(RIGHT)}`,
      `paragraph: ${footer.text}`,
    ]);
  });

  test("a page printed sideways reads like an upright one, and its boxes lie on the page as it is", async () => {
    const [page] = await readPages(await drawPdf([lines(LEFT, 60, 100)], 90), "pdf");
    expect(page?.text).toBe(words(LEFT));
    for (const line of page?.blocks[0]?.lines ?? []) {
      const [x0, y0, x1, y1] = line.bbox ?? [0, 0, 0, 0];
      expect(y1 - y0).toBeGreaterThan(x1 - x0);
      expect(Math.max(x1, y1)).toBeLessThanOrEqual(842);
    }
  });
});

describe("structure", () => {
  const row = (y: number, label: string, ...amounts: string[]): Printed[] => [{ text: label, x: 60, y }, ...amounts.map((text, index) => ({ text, x: 330 + index * 80, y }))];

  test("rows of a table stay rows, with the names of their columns and sections", async () => {
    const table = [
      ...[{ text: "2024", x: 330, y: 100, bold: true }, { text: "2023", x: 410, y: 100, bold: true }],
      ...row(114, "Operating costs:"),
      ...row(128, "Rent and energy", "1,250", "1,100"),
      ...row(142, "Travel, hotels and meals of the", "", ""),
      ...row(154, "whole staff", "(42)", "-"),
      ...[{ text: "$", x: 320, y: 168 }, ...row(168, "Total", "1,208", "1,100")],
    ].filter((piece) => piece.text !== "");
    expect(await readShown(await drawPdf([table]), "pdf")).toEqual([
      "table-row: 2024 | 2023",
      "table-row: Operating costs:",
      "table-row: Rent and energy | 1,250 | 1,100 {Operating costs: | 2024 | 2023}",
      "table-row: Travel, hotels and meals of the whole staff | (42) | - {Operating costs: | 2024 | 2023}",
      "table-row: Total | $1,208 | 1,100 {Operating costs: | 2024 | 2023}",
    ]);
  });

  test("a row at the margin of the sections belongs to none, where theirs are indented", async () => {
    const indented = (y: number, label: string, ...amounts: string[]) => row(y, label, ...amounts).map((piece, index) => (index === 0 ? { ...piece, x: 70 } : piece));
    const table = [
      ...[{ text: "2024", x: 330, y: 100, bold: true }, { text: "2023", x: 410, y: 100, bold: true }],
      ...row(114, "Operating costs:"),
      ...indented(128, "Rent and energy", "1,250", "1,100"),
      ...indented(142, "Total", "1,250", "1,100"),
      ...row(156, "Operating income", "310", "290"),
    ];
    expect(await readShown(await drawPdf([table]), "pdf")).toEqual([
      "table-row: 2024 | 2023",
      "table-row: Operating costs:",
      "table-row: Rent and energy | 1,250 | 1,100 {Operating costs: | 2024 | 2023}",
      "table-row: Total | 1,250 | 1,100 {Operating costs: | 2024 | 2023}",
      "table-row: Operating income | 310 | 290 {2024 | 2023}",
    ]);
  });

  test("headings by size and weight, items by their marks", async () => {
    const printed: Printed[] = [
      { text: "Perks", x: 60, y: 60, size: 20 },
      { text: "For everybody", x: 60, y: 100, bold: true },
      ...lines([...LEFT, ...RIGHT], 60, 120),
      { text: "•", x: 60, y: 230 },
      { text: "a bicycle that you may also", x: 75, y: 230 },
      { text: "use at the weekend", x: 75, y: 242 },
      { text: "1.", x: 60, y: 260 },
      { text: "lunch in the canteen", x: 75, y: 260 },
    ];
    const pages = await readPages(await drawPdf([printed]), "pdf");
    expect(shownBlocks(pages)).toEqual([
      "heading: Perks",
      "heading: For everybody",
      `paragraph: ${words([...LEFT, ...RIGHT])}`,
      "list-item: - a bicycle that you may also use at the weekend",
      "list-item: 1. lunch in the canteen",
    ]);
    expect(pages[0]?.blocks.slice(0, 2).map((block) => block.level)).toEqual([1, 4]);
  });

  test("a hyphen that only the line break put there goes, one of the word stays", async () => {
    const printed = lines(["The committee discussed the long-", "term plans and the organi-", "sation of the whole house, which", "is a long and tedious matter."], 60, 100);
    expect(await readShown(await drawPdf([printed]), "pdf")).toEqual(["paragraph: The committee discussed the long-term plans and the organisation of the whole house, which is a long and tedious matter."]);
  });

  test("running heads and page numbers stay in the text and out of the blocks", async () => {
    const pages = Array.from({ length: 5 }, (_, index) => [
      { text: "Staff handbook", x: 60, y: 30 },
      ...lines([`This is what page ${index + 1} says about the matter`, "and nothing else stands on it at all."], 60, 200 + index * 40),
      { text: `Page ${index + 1} of 5`, x: 280, y: 800 },
    ]);
    const read = await readPages(await drawPdf(pages), "pdf");
    expect(read.map((page) => page.page)).toEqual([1, 2, 3, 4, 5]);
    for (const [index, page] of read.entries()) {
      expect(shownBlocks([page])).toEqual([`paragraph: This is what page ${index + 1} says about the matter and nothing else stands on it at all.`]);
      expect(page.text.startsWith("Staff handbook\n")).toBe(true);
      expect(page.text.endsWith(`Page ${index + 1} of 5`)).toBe(true);
    }
  });
});

describe("what cannot be read", () => {
  test("pages without a character give no text", async () => {
    await expect(readPages(await drawPdf([[], []]), "pdf")).rejects.toMatchObject({ code: "no_text" });
  });

  test("a page without text among others keeps its number", async () => {
    const pages = await readPages(await drawPdf([[], lines(LEFT, 60, 100)]), "pdf");
    expect(pages.map(({ page, text }) => [page, text])).toEqual([[1, ""], [2, words(LEFT)]]);
  });

  test("a file with too many pages is told at once", async () => {
    const pages = Array.from({ length: 5_001 }, () => []);
    await expect(readPages(await drawPdf(pages), "pdf")).rejects.toMatchObject({ code: "too_large" });
  });

  test("a broken file is malformed", async () => {
    const whole = await drawPdf([lines(LEFT, 60, 100)]);
    await expect(readPages(whole.subarray(0, 300), "pdf")).rejects.toMatchObject({ code: "malformed" });
    await expect(readPages("%PDF-1.7 and nothing more", "pdf")).rejects.toMatchObject({ code: "malformed" });
  });
});

test("wherever words are printed, each is in the text, in a line that says where it stands", async () => {
  const spot = fc.record({ row: fc.nat(24), column: fc.nat(2), size: fc.constantFrom(8, 10, 18) });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(spot, { minLength: 1, maxLength: 30, selector: ({ row, column }) => row * 3 + column }), async (spots) => {
      const printed = spots.map(({ row, column, size }, index) => ({ text: `unit${index}x word`, x: 20 + column * 190, y: 10 + row * 32, size }));
      const [page] = await readPages(await drawPdf([printed]), "pdf");
      if (page === undefined) throw new Error("no page");
      const boxed = page.blocks.flatMap((block) => block.lines);
      for (const { text, x, y } of printed) {
        const at = page.text.indexOf(text.slice(0, text.indexOf(" ")));
        const [x0 = 0, y0 = 0] = boxed.find((line) => line.start <= at && at < line.end)?.bbox ?? [];
        expect(at).toBeGreaterThanOrEqual(0);
        expect(x0).toBeLessThanOrEqual(x + 1);
        expect(Math.abs(y0 - y)).toBeLessThan(16);
      }
    }),
    { numRuns: 25 },
  );
});
