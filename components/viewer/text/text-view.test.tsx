import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import type { Span } from "@/components/viewer/passage/span";
import { groupBlocks } from "@/components/viewer/text/group-blocks";
import { TextView } from "@/components/viewer/text/text-view";
import type { DocumentPage, PageBlock } from "@/lib/engine/contract";

type Draft = Pick<PageBlock, "kind" | "text" | "level">;

/** A page as the engine makes it of blocks. */
function pageOf(drafts: readonly Draft[]): DocumentPage {
  let text = "";
  const blocks = drafts.map((draft): PageBlock => {
    text += text === "" ? "" : "\n\n";
    const start = text.length;
    text += draft.text;
    return { ...draft, bbox: null, start, end: text.length };
  });
  return { page: 1, text, width: null, height: null, blocks };
}

const shown = (page: DocumentPage, passage?: Span) => renderToStaticMarkup(<TextView page={page} passage={passage} />);
/** What the marks say, as a person reads it. */
const marked = (html: string) => [...html.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, words = ""]) => words);
/** The opening tags of an article's pieces, in order. */
const tags = (html: string) => [...html.matchAll(/<(h\d|ul|li|table|tr|td|pre|p)[ >]/g)].map(([, tag]) => tag);

const POLICY = pageOf([
  { kind: "heading", level: 1, text: "Leave" },
  { kind: "paragraph", text: "Everyone has 25 days. Ask two weeks before." },
  { kind: "list-item", text: "Sick leave is apart" },
  { kind: "list-item", text: "So is parental leave" },
  { kind: "table-row", text: "Country | Days" },
  { kind: "table-row", text: "Spain | 27" },
  { kind: "code", text: "days = 25" },
]);

/** The span of words on a page. */
function spanOf(page: DocumentPage, words: string): Span {
  const start = page.text.indexOf(words);
  return { start, end: start + words.length };
}

describe("a text in the viewer", () => {
  it("has headings below the page's own title, lists, tables, code and paragraphs", () => {
    expect(tags(shown(POLICY))).toEqual(["h2", "p", "ul", "li", "li", "table", "tr", "td", "td", "tr", "td", "td", "pre"]);
    expect(shown(POLICY)).not.toContain("<mark");
  });

  it.each([
    ["within a paragraph", "25 days.", ["25 days."]],
    ["in a cell", "27", ["27"]],
    ["over a row", "Spain | 27", ["Spain", "27"]],
    ["over two blocks", "two weeks before.\n\nSick leave", ["two weeks before.", "Sick leave"]],
    ["that is a heading", "Leave", ["Leave"]],
  ])("marks a passage %s to the letter", (_where, words, marks) => {
    expect(marked(shown(POLICY, spanOf(POLICY, words)))).toEqual(marks);
  });

  it("shows markup in a document as the letters it is", () => {
    const hostile = pageOf([{ kind: "paragraph", text: "<script>alert(1)</script><img src=x onerror=alert(1)>" }, { kind: "code", text: "</pre><b>bold</b>" }]);
    const html = shown(hostile, { start: 0, end: hostile.text.length });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("says so when a page has no text", () => {
    expect(shown(pageOf([]))).toContain("This page has no text.");
  });
});

const drafts = fc.array(
  fc.record({
    kind: fc.constantFrom<PageBlock["kind"]>("heading", "paragraph", "list-item", "table-row", "code", "line"),
    text: fc.string({ minLength: 1 }).map((text) => text.replaceAll(/[&<>"'\r\n|]/g, "x")),
    level: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 12 },
);

describe("of any text", () => {
  it("exactly the passage is marked", () => {
    fc.assert(
      fc.property(drafts.map(pageOf), fc.nat(200), fc.nat(200), (page, a, b) => {
        const passage = { start: Math.min(a, b), end: Math.max(a, b) };
        const within = page.blocks.map(({ start, end }) => page.text.slice(Math.max(start, passage.start), Math.max(Math.min(end, passage.end), start, passage.start)));
        expect(marked(shown(page, passage)).join("")).toBe(within.join(""));
      }),
    );
  });

  it("the outline goes no more than one step deeper at a time", () => {
    fc.assert(
      fc.property(drafts.map(pageOf), ({ blocks }) => {
        const ranks = groupBlocks(blocks).flatMap((group) => (group.kind === "heading" ? [group.rank] : []));
        for (const [index, rank] of ranks.entries()) expect(rank - (ranks[index - 1] ?? 1)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
