import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { PageBlock } from "@/lib/engine/contract";
import { suggestFromPage } from "@/lib/portal/golden/suggestions/suggest-from-page";

/** A page of these blocks, a blank line between each two. */
function pageOf(...pieces: [PageBlock["kind"], string][]) {
  let text = "";
  const blocks = pieces.map(([kind, content]): PageBlock => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += content;
    return { kind, text: content, start, end: text.length, bbox: null };
  });
  return { text, blocks };
}

const questions = (...pieces: [PageBlock["kind"], string][]) => suggestFromPage(pageOf(...pieces)).map(({ kind, question, expectedPhrases }) => [kind, question, expectedPhrases]);

describe("suggestFromPage", () => {
  it("takes question-and-answer pairs, in headings and in the text", () => {
    expect(questions(["heading", "How long is the notice period?"], ["paragraph", "It is 3 months for everyone."])).toEqual([
      ["faq", "How long is the notice period?", ["3 months"]],
    ]);
    expect(questions(["list-item", "2. Would it be right if everybody did it?"], ["list-item", "3. Have I asked whom it concerns?"], ["paragraph", "Ask your manager when in doubt."])).toEqual([]);
    expect(questions(["paragraph", "Q: Who approves a trip?"], ["paragraph", "A: Your manager does."])).toEqual([["faq", "Who approves a trip?", []]]);
  });

  it("takes defined terms, with the definition as the reference", () => {
    const [found] = suggestFromPage(pageOf(["paragraph", "“Field day” means a working day spent at a customer’s site. Others are office days."]));
    expect(found).toMatchObject({ kind: "definition", question: "What does “Field day” mean?", referenceAnswer: "“Field day” means a working day spent at a customer’s site." });
  });

  it.each([
    ["The probation period is 6 months.", "What is the probation period?", "6 months"],
    ["Everybody has 1,200 euros a year for courses, books and conferences.", "How much is there a year for courses, books and conferences?", "1,200 euros"],
    ["You get 15 days of paid leave per year.", "How many days of paid leave are there?", "15 days"],
    ["The daily allowance is limited to $75 in cities.", "What is the daily allowance?", "$75"],
  ])("takes the number of “%s”", (sentence, question, amount) => {
    expect(questions(["paragraph", sentence])).toEqual([["number", question, [amount]]]);
  });

  it("takes named values under a heading, and headings with something under them", () => {
    expect(questions(["heading", "2.1 Health"], ["list-item", "- Dental: Aldermoor Plus"])).toEqual([["value", "What is given for “Dental” under “Health”?", ["Aldermoor Plus"]]]);
    const body = "After five years of service, employees may take an unpaid sabbatical. The application goes to the people team.";
    expect(questions(["heading", "Sabbatical"], ["paragraph", body])).toEqual([["heading", "What should I know about Sabbatical?", []]]);
    expect(questions(["heading", "Who can work remotely"], ["paragraph", body])).toEqual([["heading", "Who can work remotely?", []]]);
    expect(questions(["heading", "Introduction"], ["paragraph", body])).toEqual([]);
    expect(questions(["heading", "Kündigungsfristen"], ["paragraph", "Die Frist beträgt nach der Probezeit drei Monate zum Quartalsende, davor sind es zwei Wochen ohne Angabe von Gründen."])).toEqual([
      ["heading", "Kündigungsfristen?", []],
    ]);
  });

  it("takes a table's values, by its head or by the names in its rows", () => {
    const rows = (...texts: string[]) => questions(...texts.map((text): ["table-row", string] => ["table-row", text]));
    expect(rows("Product | List price | Lead time", "Meridian 2 | 2,450 euros | 3 weeks", "Meridian 4 | 4,850 euros | 4 weeks")).toEqual([
      ["value", "What is the list price for Meridian 2?", ["2,450 euros"]],
      ["value", "What is the lead time for Meridian 4?", ["4 weeks"]],
    ]);
    expect(rows("service: Almanac; owner: Hanne Brix; ID: 12-b", "service: Keyfold; owner: Bram Okafor; ID: none")).toEqual([
      ["value", "What is the ID for Almanac?", ["12-b"]],
      ["value", "What is the ID for Keyfold?", ["none"]],
    ]);
    expect(rows("Class | Examples | Who may see it", "Public | press releases | anybody", "Internal | rotas | employees")).toEqual([
      ["value", "What are the examples for Public?", ["press releases"]],
      ["value", "Who may see it for Internal?", ["employees"]],
    ]);
    expect(rows("1 | 2", "3 | 4")).toEqual([]);
  });

  it("reads the printed lines of one paragraph as one", () => {
    const text = "The probation period\nis 6 months.";
    const line = (content: string, start: number): PageBlock => ({ kind: "paragraph", text: content, start, end: start + content.length, bbox: [0, 0, 1, 1] });
    const found = suggestFromPage({ text, blocks: [line("The probation period", 0), line("is 6 months.", 21)] });
    expect(found.map(({ question }) => question)).toEqual(["What is the probation period?"]);
  });

  it("makes short, whole questions of any text", () => {
    const kind = fc.constantFrom<PageBlock["kind"]>("heading", "paragraph", "list-item", "table-row", "code");
    const text = fc.array(fc.constantFrom("The", "leave", "is", "15", "days", "of", "a year for", "means", "“Term”", "?", "Label:", ".", "$1,500"), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, text.map((words) => words.join(" "))), { maxLength: 6 }), (pieces) => {
        for (const { question, excerpt } of suggestFromPage(pageOf(...pieces))) {
          expect(question).toMatch(/\?$/);
          expect(question.length).toBeLessThanOrEqual(200);
          expect(excerpt.length).toBeLessThanOrEqual(241);
        }
      }),
      { numRuns: 300 },
    );
  });
});
