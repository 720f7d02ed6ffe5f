import fc from "fast-check";
import { expect, test } from "vitest";

import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";

const draft: fc.Arbitrary<DraftBlock> = fc.record({
  kind: fc.constantFrom("heading", "paragraph", "list-item", "table-row", "code"),
  text: fc.string({ unit: "binary", maxLength: 60 }),
  depth: fc.nat(3),
});

test("every block stands where it says, in order, and its line is the whole of it", () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 30 }), (drafts) => {
      for (const page of flowPages(drafts)) {
        let end = 0;
        for (const block of page.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(page.text.slice(block.start, block.end).trim()).not.toBe("");
          expect(block.lines).toEqual([{ start: block.start, end: block.end, bbox: null }]);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(page.text.length);
      }
    }),
    { numRuns: 200 },
  );
});

test("a long document is one page until a heading comes after 200,000 characters", () => {
  const section = (title: string): DraftBlock[] => [
    { kind: "heading", level: 1, text: title },
    { kind: "paragraph", text: "word ".repeat(3_900) },
  ];
  const pages = [...flowPages(Array.from({ length: 12 }, (_, index) => section(`Section ${index}`)).flat())];
  expect(pages.map((page) => page.page)).toEqual([1, 2]);
  expect(pages[1]?.text.startsWith("Section 11")).toBe(true);
});

test("a block without an end is cut at spaces and loses nothing", () => {
  const text = "lorem ipsum ".repeat(40_000).trim();
  const pages = [...flowPages([{ kind: "paragraph", text }])];
  const words = pages.flatMap((page) => page.text.split(/\s+/));
  expect(words).toHaveLength(80_000);
  expect(pages.length).toBeGreaterThan(1);
});
