import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createChunker } from "@/lib/engine/ingest/chunk/chunker";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";

const pagesOf = (blocks: DraftBlock[]): ParsedPage[] => [...flowPages(blocks)];
const chunk = (blocks: DraftBlock[], name = "hr/leave.md") => {
  const chunker = createChunker(name);
  return pagesOf(blocks).flatMap((page) => chunker.add(page));
};

const sentence = (words: number) => `${Array.from({ length: words }, (_, index) => `word${index}`).join(" ")}. `;
const heading = (level: number, text: string): DraftBlock => ({ kind: "heading", level, text });
const paragraph = (text: string): DraftBlock => ({ kind: "paragraph", text });
const item = (text: string, context?: string): DraftBlock => ({ kind: "list-item", text: `- ${text}`, ...(context === undefined ? {} : { context }) });

const word = fc.constantFrom("leave", "days", "e.g.", "Dr.", "3.5", "U.S.", "Why?", "End.", "“So.”", "ünïcode", "休暇。", "😀", "a:");
const text = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(" "));
const block: fc.Arbitrary<DraftBlock> = fc.oneof(
  fc.record({ kind: fc.constant<"heading">("heading"), level: fc.integer({ min: 1, max: 6 }), text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")) }),
  fc.record({ kind: fc.constantFrom<DraftBlock["kind"]>("paragraph", "table-row", "code"), text }),
  fc.record({ kind: fc.constant<"list-item">("list-item"), text: text.map((words) => `- ${words}`), depth: fc.nat(2) }),
  fc.record({ kind: fc.constant<"paragraph">("paragraph"), text: fc.constant(sentence(900)) }),
);

describe("whatever the blocks are", () => {
  const run = (property: (page: ParsedPage, chunks: ReturnType<typeof chunk>) => void) =>
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
        const chunker = createChunker("a/b.md");
        for (const page of pagesOf(blocks)) property(page, chunker.add(page));
      }),
      { numRuns: 150 },
    );

  test("a chunk is a slice of its page, and chunks do not overlap", () => {
    run((page, chunks) => {
      let end = 0;
      for (const draft of chunks) {
        expect(draft.text).toBe(page.text.slice(draft.start, draft.end));
        expect(draft.start).toBeGreaterThanOrEqual(end);
        expect(draft.page).toBe(page.page);
        end = draft.end;
      }
    });
  });

  test("no word of any block is lost", () => {
    run((page, chunks) => {
      for (const { start, end } of page.blocks) {
        for (let at = start; at < end; at += 1) {
          const covered = chunks.some((draft) => draft.start <= at && at < draft.end);
          if (!covered) expect(page.text.charAt(at).trim()).toBe("");
        }
      }
    });
  });

  test("sentences lie in their chunk, in order, trimmed, and hold every word that is not a heading's", () => {
    run((page, chunks) => {
      const spans = chunks.flatMap((draft) => draft.sentences.map((span) => ({ ...span, draft })));
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(Math.max(end, span.draft.start));
        expect(span.end).toBeLessThanOrEqual(span.draft.end);
        expect(page.text.slice(span.start, span.end).trim()).toBe(page.text.slice(span.start, span.end));
        end = span.end;
      }
      for (const { kind, start, end: to } of page.blocks.filter((candidate) => candidate.kind !== "heading")) {
        const outside = [...page.text.slice(start, to)].length === 0 ? "" : outsideOf(page.text, start, to, spans);
        expect(outside.replace(kind === "list-item" ? /^[-\s]+/ : /^\s+/, "").trim()).toBe("");
      }
    });
  });
});

function outsideOf(page: string, start: number, end: number, spans: readonly { start: number; end: number }[]): string {
  let outside = "";
  let at = start;
  for (const span of spans.filter((candidate) => candidate.end > start && candidate.start < end)) {
    outside += page.slice(at, Math.max(at, span.start));
    at = Math.max(at, span.end);
  }
  return outside + page.slice(at, Math.max(at, end));
}

describe("where chunks begin and end", () => {
  test("they carry the document's name and the headings over them, and start with their heading", () => {
    const chunks = chunk([heading(1, "Leave"), heading(2, "Sick leave"), paragraph(sentence(60)), heading(2, "Parental leave"), paragraph(sentence(60))], "hr/TimeOff_policy-2024.md");
    expect(chunks.map((draft) => draft.context)).toEqual([
      ["hr Time Off policy 2024", "Leave", "Sick leave"],
      ["hr Time Off policy 2024", "Leave", "Parental leave"],
    ]);
    expect(chunks[0]?.text.startsWith("Leave\n\nSick leave\n\nword0")).toBe(true);
    expect(chunks[1]?.text.startsWith("Parental leave")).toBe(true);
  });

  test("headings reach over pages", () => {
    const chunker = createChunker("report.pdf");
    const [first] = pagesOf([heading(1, "Risks"), paragraph(sentence(80))]);
    const [second] = pagesOf([paragraph(sentence(80))]);
    if (first === undefined || second === undefined) throw new Error("no page");
    chunker.add(first);
    expect(chunker.add({ ...second, page: 2 })).toMatchObject([{ page: 2, context: ["report", "Risks"] }]);
  });

  test("what leads into a list stays with it", () => {
    const chunks = chunk([paragraph(sentence(137)), paragraph("We offer:"), item("a bicycle", "We offer:"), item(sentence(20), "We offer:")]);
    expect(chunks).toHaveLength(2);
    expect(chunks[1]?.text.startsWith("We offer:\n\n- a bicycle")).toBe(true);
    expect(chunks[1]?.sentences[1]).toMatchObject({ context: "We offer:" });
  });

  test("long text is cut between sentences, near the target", () => {
    const chunks = chunk([paragraph(sentence(12).repeat(60))]);
    for (const draft of chunks) {
      expect(draft.text.length).toBeLessThanOrEqual(1_600);
      expect(draft.text).toMatch(/^word0 .*\.$/s);
    }
    expect(chunks.length).toBeGreaterThan(3);
  });

  test("small sections under one heading share a chunk, others do not", () => {
    const small = [heading(2, "One"), paragraph("Short."), heading(2, "Two"), paragraph("Short too.")];
    expect(chunk([heading(1, "Top"), ...small])).toMatchObject([{ context: ["hr leave", "Top"], sentences: [{ context: "One" }, { context: "Two" }] }]);
    expect(chunk([heading(1, "Top"), paragraph("Short."), heading(1, "Next"), paragraph("Short.")]).map((draft) => draft.context[1])).toEqual(["Top", "Next"]);
  });

  test("a page of headings alone can be quoted", () => {
    expect(chunk([heading(1, "Annual report"), heading(2, "2024")])).toMatchObject([{ text: "Annual report\n\n2024", sentences: [{ start: 0, end: 13 }, { start: 15, end: 19 }] }]);
  });

  test("rows of a table keep their names and bullets stay outside of the quotation", () => {
    const [draft] = chunk([{ kind: "table-row", text: "Gold | 50", context: "Plan | Price" }, item("lunch")]);
    expect(draft?.sentences).toEqual([
      { start: 0, end: 9, context: "Plan | Price" },
      { start: 13, end: 18 },
    ]);
  });
});
