import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { chooseQuotes } from "@/lib/engine/answer/choose-quotes";
import { composeAnswer } from "@/lib/engine/answer/compose-answer";
import { countSentences } from "@/lib/engine/answer/count-sentences";
import { citedBy, joinQuotes, quotesAround, textOf } from "@/lib/engine/answer/quote";
import { createChunker } from "@/lib/engine/ingest/chunk/chunker";
import { readDocument } from "@/lib/engine/ingest/read/read-document";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import type { RankedPassage } from "@/lib/engine/search/ranking/rank-passages";

interface ReadPassage {
  passage: Passage;
  page: string;
}

async function passagesOf(markdown: string): Promise<ReadPassage[]> {
  const chunker = createChunker("sample.md");
  const passages: ReadPassage[] = [];
  for await (const page of readDocument(Buffer.from(markdown), "markdown")) {
    for (const draft of chunker.add(page)) {
      const sentences = draft.sentences.map((span) => ({ ...span, context: span.context ?? "", vector: new Int8Array(384) }));
      const chunkId = `chk_${passages.length}`;
      passages.push({ page: page.text, passage: { ...draft, chunkId, documentId: "doc_1", documentName: "sample.md", sentences, model: BUILT_IN, indexedAt: null } });
    }
  }
  return passages;
}

function rankedOf(passage: Passage, scores: readonly number[], fused: number, labelOf: () => number = () => 0): RankedPassage {
  const sentences = scores.map((score, index) => ({ index, score, closeness: 0.5, wording: 0.5, label: labelOf() }));
  return { passage, fused, closest: 0.5, wording: 0.5, strength: 1.5, missingYears: [], turn: undefined, sentences };
}

const POLICY = `# Travel policy

## What we do not pay

The following will not be reimbursed:

- Upgrades of any kind, whether in the air or on rails, unless a doctor has asked for them in writing.
- Fines, parking tickets, and the costs of a lost or stolen rental car that was left unlocked overnight.

## Hotels

| City | Limit per night |
| --- | --- |
| Lyon | 140 euros |
| Oslo | 210 euros |

Book early. Rates rise towards the date.
`;

describe("quotesAround", () => {
  async function quoted(beginning: string): Promise<string[]> {
    const passages = await passagesOf(POLICY);
    for (const { passage } of passages) {
      const index = passage.sentences.findIndex((span) => textOf({ passage, ...span }).startsWith(beginning));
      if (index !== -1) return quotesAround(passage, index, 1).map(textOf);
    }
    return [];
  }

  it("puts the lead-in before an item that means nothing, or the contrary, without it", async () => {
    const quotes = await quoted("Fines");
    expect(quotes.join(" ")).toMatch(/^The following will not be reimbursed:[^]*Fines, parking tickets/);
  });

  it("puts the header before a table's row", async () => {
    expect((await quoted("Oslo")).join(" ")).toMatch(/City[^]*Limit per night[^]*Oslo[^]*210 euros/);
  });

  it("takes the items along with their lead-in", async () => {
    expect((await quoted("The following")).join(" ")).toMatch(/Upgrades of any kind[^]*Fines/);
  });

  it("leaves a full sentence alone", async () => {
    expect(await quoted("Upgrades")).not.toEqual([]);
    expect((await passagesOf("Staff may work from any of our four offices, provided that they book a desk before Thursday noon.")).flatMap(({ passage }) => quotesAround(passage, 0, 1)).map(textOf)).toEqual([
      "Staff may work from any of our four offices, provided that they book a desk before Thursday noon.",
    ]);
  });
});

describe("composeAnswer", () => {
  async function answerFrom(beginning: string, opening?: string): Promise<string> {
    for (const { passage } of await passagesOf(POLICY)) {
      const index = passage.sentences.findIndex((span) => textOf({ passage, ...span }).startsWith(beginning));
      if (index !== -1) return composeAnswer(quotesAround(passage, index, 1), opening);
    }
    return "";
  }

  it("gives a table's header and row lines of their own", async () => {
    const answer = await answerFrom("Oslo");
    expect(answer).toMatch(/City \| Limit per night( \[1\])?\nOslo \| 210 euros \[\d\]$/);
    expect(countSentences(answer)).toBe(1);
  });

  it("gives each item of a list a line, below an opening", async () => {
    const answer = await answerFrom("The following", "Your documents say:");
    expect(answer).toMatch(/^Your documents say:\n\nThe following will not be reimbursed:\n\W*Upgrades.*\n\W*Fines.*\[1\]$/);
  });
});

describe("chooseQuotes", () => {
  const words = fc.array(fc.constantFrom("leave", "Budget", "of", "12.5", "e.g.", "Mr. Lind", "is", "(see § 4)", "naïve", "👩‍🚀"), { minLength: 2, maxLength: 12 }).map((list) => list.join(" "));
  const block = fc.oneof(
    words.map((text) => `${text}.`),
    fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => `They are:\n\n${items.map((item) => `- ${item}`).join("\n")}`),
    fc.tuple(words, words).map(([a, b]) => `| A | B |\n| --- | --- |\n| ${a} | ${b} |`),
    words.map((text) => `## ${text}`),
  );

  it("quotes to the letter, within the limit, in order and never twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (blocks, random) => {
        const passages = await passagesOf(`# Sample\n\n${blocks.join("\n\n")}\n`);
        const ranked = passages.map(({ passage }) => rankedOf(passage, passage.sentences.map(() => random.next().value ?? 0), 0.5, () => Math.round(random.next().value ?? 0)));
        const quotes = chooseQuotes(ranked, new Set(["leav"]), 3);
        expect(quotes.length).toBeGreaterThan(0);
        for (const quote of quotes) {
          const page = passages.find(({ passage }) => passage === quote.passage)?.page ?? "";
          expect(textOf(quote)).toBe(page.slice(quote.start, quote.end));
          expect(textOf(quote)).not.toBe("");
        }
        const answer = composeAnswer(quotes);
        const saying = (text: string) => text.replace(/\[\d+\]|\s/g, "");
        expect(saying(answer)).toBe(saying(quotes.map(textOf).join("")));
        expect([...answer.matchAll(/\[(\d+)\]/g)].map((mark) => Number(mark[1]))).toEqual(expect.arrayContaining(quotes.map((_, index) => index + 1)));
        for (const id of new Set(quotes.map(({ passage }) => passage.chunkId))) {
          const own = quotes.filter(({ passage }) => passage.chunkId === id);
          expect(joinQuotes(own)).toHaveLength(own.length);
        }
        if (quotes.length > 2) expect(countSentences(answer)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  it("cites other documents beside a quote whose words they repeat, but not the same document, nor for a few words", async () => {
    const said = "Rail travel within the country is booked in second class.";
    const parts = await passagesOf(`${said} It is paid at once.`);
    const scores = [0.9, 0];
    const ranked = ["doc_1", "doc_1", "doc_2", "doc_3", "doc_4"].flatMap((documentId, place) =>
      parts.map(({ passage }) => rankedOf({ ...passage, documentId, chunkId: `chk_${place}` }, scores, 1 - place / 10)),
    );
    const quotes = chooseQuotes(ranked, new Set(), 3);
    expect(composeAnswer(quotes)).toBe(`${said} [1][2][3]`);
    expect(citedBy(quotes).map(({ passage }) => passage.documentId)).toEqual(["doc_1", "doc_2", "doc_3"]);
    expect(new Set(citedBy(quotes).map(textOf))).toEqual(new Set([said]));
    const short = (await passagesOf("Second class by rail."))[0]?.passage;
    const alike = ["doc_1", "doc_2"].flatMap((documentId) => (short === undefined ? [] : [rankedOf({ ...short, documentId, chunkId: documentId }, [0.9], 1)]));
    expect(composeAnswer(chooseQuotes(alike, new Set(), 3))).toBe("Second class by rail. [1]");
  });

  it("has nothing to quote where nothing was found", () => {
    expect(chooseQuotes([], new Set(), 3)).toEqual([]);
  });
});
