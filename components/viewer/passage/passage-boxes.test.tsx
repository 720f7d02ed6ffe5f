import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type LaidPage, type PassageBox, passageBoxes } from "@/components/viewer/passage/passage-boxes";
import { sharedSpan } from "@/components/viewer/passage/span";
import type { PageBlock } from "@/lib/engine/contract";

const WIDTH = 612;
const HEIGHT = 792;

/** A page of lines, each with what stands before it in the text. */
function pageOf(lines: readonly { text: string; bbox: PassageBox; kind?: PageBlock["kind"]; before?: string }[]): LaidPage & { text: string } {
  let text = "";
  const blocks = lines.map(({ text: line, bbox, kind = "paragraph", before = text === "" ? "" : " " }): PageBlock => {
    const start = text.length + before.length;
    text += before + line;
    return { text: line, bbox, kind, start, end: text.length };
  });
  return { width: WIDTH, height: HEIGHT, blocks, text };
}

/** The boxes of the first place where the page says that. */
function boxesOf(page: ReturnType<typeof pageOf>, quote: string): PassageBox[] {
  const start = page.text.indexOf(quote);
  return passageBoxes(page, { start, end: start + quote.length });
}

const PROSE = pageOf([
  { text: "All members have 25 days of leave a", bbox: [72, 100, 372, 112] },
  { text: "year. They ask for it two weeks", bbox: [72, 114, 340, 126] },
  { text: "before, in the leave calendar.", bbox: [72, 128, 320, 140] },
]);

describe("the boxes of a passage", () => {
  it("cover whole lines from edge to edge", () => {
    expect(passageBoxes(PROSE, { start: 0, end: PROSE.text.length })).toEqual(PROSE.blocks.map(({ bbox }) => bbox));
  });

  it("begin and end within a line where the passage does", () => {
    const [first, second, ...others] = boxesOf(PROSE, "25 days of leave a year.");
    expect(others).toEqual([]);
    expect(first?.[0]).toBeGreaterThan(72 + 300 * 0.4);
    expect(first?.[0]).toBeLessThan(72 + 300 * 0.6);
    expect(first?.[2]).toBe(372);
    expect(second?.[0]).toBe(72);
    expect(second?.[2]).toBeLessThan(72 + 268 * 0.25);
  });

  it("leave out a line of which only a space belongs to the passage", () => {
    const end = PROSE.blocks[0]?.end ?? 0;
    expect(passageBoxes(PROSE, { start: end - 2, end: end + 1 })).toHaveLength(1);
    expect(boxesOf(PROSE, " ")).toEqual([]);
  });

  it("join the cells of a table's row, and keep rows and columns of prose apart", () => {
    const table = pageOf([
      { text: "Net revenue", bbox: [72, 200, 140, 210], kind: "table-row" },
      { text: "$1,234", bbox: [300, 201, 340, 210], kind: "table-row", before: " | " },
      { text: "$1,100", bbox: [400, 201, 440, 210], kind: "table-row", before: " | " },
      { text: "Cost of sales", bbox: [72, 214, 150, 224], kind: "table-row", before: "\n" },
      { text: "700", bbox: [300, 215, 340, 224], kind: "table-row", before: " | " },
    ]);
    expect(passageBoxes(table, { start: 0, end: table.text.length })).toEqual([
      [72, 200, 440, 210],
      [72, 214, 340, 224],
    ]);
    const columns = pageOf([
      { text: "the end of one column", bbox: [72, 700, 290, 712] },
      { text: "the start of the next", bbox: [320, 700, 540, 712] },
    ]);
    expect(passageBoxes(columns, { start: 0, end: columns.text.length })).toHaveLength(2);
  });

  it("are the whole line where it is printed sideways, and run from the right in right-to-left text", () => {
    const sideways = pageOf([{ text: "Sideways heading", bbox: [20, 100, 32, 220] }]);
    expect(boxesOf(sideways, "heading")).toEqual([[20, 100, 32, 220]]);
    const hebrew = pageOf([{ text: "שלום לכולם כאן", bbox: [100, 100, 300, 112] }]);
    const [box] = boxesOf(hebrew, "שלום");
    expect(box?.[2]).toBe(300);
    expect(box?.[0]).toBeGreaterThan(200);
  });

  it("are none on a page without a layout", () => {
    expect(passageBoxes({ ...PROSE, width: null, height: null }, { start: 0, end: 20 })).toEqual([]);
    const unlaid = PROSE.blocks.map((block) => ({ ...block, bbox: null }));
    expect(passageBoxes({ ...PROSE, blocks: unlaid }, { start: 0, end: 20 })).toEqual([]);
  });
});

const coordinate = (most: number) => fc.integer({ min: -50, max: most + 50 });
const line = fc.record({
  text: fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }), fc.constant("  spaces  ")),
  bbox: fc
    .tuple(coordinate(WIDTH), coordinate(HEIGHT), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 30 }))
    .map(([x, y, width, height]): PassageBox => [x, y, x + width, y + height]),
  kind: fc.constantFrom<PageBlock["kind"]>("paragraph", "table-row", "heading"),
  before: fc.constantFrom(" ", " | ", "\n"),
});
const pages = fc.array(line, { maxLength: 12 }).map(pageOf);
const pagesAndSpans = pages.chain((page) =>
  fc.tuple(fc.constant(page), fc.tuple(fc.nat(page.text.length + 5), fc.nat(page.text.length + 5)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))),
);

describe("of any page and any passage, the boxes", () => {
  it("lie on the page and hold something", () => {
    fc.assert(
      fc.property(pagesAndSpans, ([page, span]) => {
        for (const [x0, y0, x1, y1] of passageBoxes(page, span)) {
          expect(0 <= x0 && x0 < x1 && x1 <= WIDTH && 0 <= y0 && y0 < y1 && y1 <= HEIGHT).toBe(true);
        }
      }),
    );
  });

  it("are none for an empty passage", () => {
    fc.assert(
      fc.property(pages, fc.nat(500), (page, at) => {
        expect(passageBoxes(page, { start: at, end: at })).toEqual([]);
      }),
    );
  });

  it("cover every line of which the passage has a word, and no line of which it has none", () => {
    fc.assert(
      fc.property(pagesAndSpans, ([page, span]) => {
        const boxes = passageBoxes(page, span);
        const touched = page.blocks.filter((block) => {
          const shared = sharedSpan(block, span);
          return shared !== undefined && page.text.slice(shared.start, shared.end).trim() !== "";
        });
        for (const { bbox } of touched.filter((block) => onPage(block.bbox))) expect(boxes.some((box) => meets(box, bbox))).toBe(true);
        for (const box of boxes) expect(touched.some(({ bbox }) => meets(box, bbox))).toBe(true);
      }),
    );
  });
});

function onPage(bbox: PageBlock["bbox"]): boolean {
  return bbox !== null && bbox[0] >= 0 && bbox[1] >= 0 && bbox[2] <= WIDTH && bbox[3] <= HEIGHT;
}

function meets(box: PassageBox, bbox: PageBlock["bbox"]): boolean {
  return bbox !== null && box[0] < bbox[2] && bbox[0] < box[2] && box[1] < bbox[3] && bbox[1] < box[3];
}
