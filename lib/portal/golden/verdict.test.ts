import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ANSWER_LABEL, type ChatAnswer, type Citation } from "@/lib/engine/contract";
import type { Expectation } from "@/lib/portal/golden/golden-question";
import { judge } from "@/lib/portal/golden/verdict";

const benefits: Citation = { index: 1, documentId: "doc_b", documentName: "benefits.pdf", page: 4, quote: "15 days", start: 0, end: 7, score: 0.9 };
const nothing: Expectation = {
  expectedPhrases: [],
  forbiddenPhrases: [],
  referenceAnswer: null,
  modelOpinion: "none",
  expectedDocument: null,
  expectedPage: null,
  expectsRefusal: false,
};

function answered(answer: string, citations: Citation[] = [benefits]): ChatAnswer {
  return {
    answer,
    refused: false,
    grounding: "answered",
    mode: "extractive",
    label: ANSWER_LABEL,
    citations,
    confidence: 0.9,
    sessionId: "ses_1",
    messageId: "msg_1",
    indexedAt: "2026-01-01T00:00:00Z",
    tookMs: 1,
  };
}

const refused: ChatAnswer = { ...answered("Your documents do not say.", []), refused: true, grounding: "refused", label: null, indexedAt: null };

describe("judge", () => {
  it("names what was as expected", () => {
    const expected = { ...nothing, expectedPhrases: ["15 days"], expectedDocument: { id: "doc_b", name: "benefits.pdf" }, expectedPage: 4 };
    expect(judge(expected, answered("You get 15 days [1]."))).toMatchObject({
      passed: true,
      reason: "Cited benefits.pdf page 4 as expected; '15 days' stands in the answer.",
    });
  });

  it("names what is missing, beside what is there", () => {
    const expected = { ...nothing, expectedPhrases: ["20 days", "leave"], expectedDocument: { id: "doc_b", name: "benefits.pdf" }, expectedPage: 5 };
    expect(judge(expected, answered("You get 15 days of leave [1]."))).toMatchObject({
      passed: false,
      reason: "Cited benefits.pdf page 4 instead of benefits.pdf page 5; '20 days' is missing from the answer; 'leave' stands in the answer.",
    });
  });

  it("takes a document that was uploaded again for the same, and any page where none is expected", () => {
    const expected = { ...nothing, expectedDocument: { id: "doc_old", name: "benefits.pdf" } };
    expect(judge(expected, answered("Yes [1].")).passed).toBe(true);
  });

  it("does not take a citation's mark for a number of the answer", () => {
    expect(judge({ ...nothing, expectedPhrases: ["1"] }, answered("You get 15 days [1].")).passed).toBe(false);
  });

  it("tells a refusal from an answer, both ways", () => {
    expect(judge({ ...nothing, expectsRefusal: true }, refused)).toMatchObject({ passed: true, reason: "Refused as expected." });
    expect(judge({ ...nothing, expectsRefusal: true }, answered("15 [1]."))).toMatchObject({
      passed: false,
      reason: "Answered from benefits.pdf page 4, although a refusal was expected.",
    });
    expect(judge({ ...nothing, expectedPhrases: ["do not say"] }, refused)).toMatchObject({
      passed: false,
      reason: "Refused, although an answer was expected.",
    });
  });

  it("names what must not appear and does, and what the reference answer has more", () => {
    const expected = { ...nothing, forbiddenPhrases: ["20 days", "15 days"], referenceAnswer: "Every employee gets 15 days of paid leave" };
    expect(judge(expected, answered("You get 15 days [1]."))).toMatchObject({
      passed: false,
      reason:
        "'20 days' does not appear; '15 days' appears, although it must not; holds 2 of 7 words of the reference answer; missing: Every, employee, gets, paid, leave.",
    });
  });

  it("looks at the answer, the citation, the refusal and the stability each on its own", () => {
    const expected = { ...nothing, expectedPhrases: ["15 days"], expectedDocument: { id: "doc_b", name: "benefits.pdf" } };
    const right = answered("You get 15 days [1].");
    const same = judge(expected, right, [{ question: "How much leave?", answer: right }]);
    expect(same).toMatchObject({ passed: true, reason: expect.stringContaining("the other wording came to the same") });
    const unstable = judge(expected, right, [
      { question: "How much leave?", answer: refused },
      { question: "Leave?", answer: answered("You get 20 days [1].") },
    ]);
    expect(unstable.findings.map(({ aspect, passed }) => [aspect, passed])).toEqual([
      ["citation", true],
      ["answer", true],
      ["stability", false],
    ]);
    expect(unstable.reason).toBe(
      "Cited benefits.pdf as expected; '15 days' stands in the answer; asked as “How much leave?”: refused, although an answer was expected; asked as “Leave?”: '15 days' is missing from the answer.",
    );
    expect(judge(expected, refused).findings).toEqual([expect.objectContaining({ aspect: "refusal", passed: false })]);
  });

  it.each([
    ["shown", true, false],
    ["shown", false, false],
    ["counts", true, true],
    ["counts", false, false],
  ] as const)("with an opinion that is %s (agrees: %s) passes an answer in other words: %s", (modelOpinion, agrees, passed) => {
    const inOtherWords = answered("Three weeks away from work are yours [1].");
    const expected: Expectation = { ...nothing, referenceAnswer: "Everyone takes fifteen working days of holiday", modelOpinion };
    const judgement = judge(expected, inOtherWords, [], new Map([[inOtherWords.answer, { agrees, reason: "both name the same time" }]]));
    expect(judgement.passed).toBe(passed);
    expect(judgement.findings.at(-1)).toEqual({ aspect: "opinion", passed: agrees, clause: expect.stringMatching(/agrees? with the reference answer: both name the same time$/) });
    expect(judgement.reason).not.toContain("both name the same time");
    expect(judgement.reason).toMatch(modelOpinion === "counts" ? /by a model's opinion, which counts for this question/ : /words of the reference answer/);
  });

  it("an opinion that counts decides nothing but the reference, and without one the words decide", () => {
    const answer = answered("Everyone takes fifteen working days of holiday [1].");
    const expected: Expectation = { ...nothing, referenceAnswer: "Everyone takes fifteen working days of holiday", forbiddenPhrases: ["fifteen"], modelOpinion: "counts" };
    const agreed = new Map([[answer.answer, { agrees: true, reason: "the same" }]]);
    expect(judge(expected, answer, [], agreed).passed).toBe(false);
    expect(judge({ ...expected, forbiddenPhrases: [] }, answer).passed).toBe(true);
    expect(judge({ ...expected, forbiddenPhrases: [] }, refused, [], new Map([[refused.answer, { agrees: true, reason: "the same" }]])).passed).toBe(false);
  });

  const opinions = fc.option(fc.boolean(), { nil: undefined });
  it("passes by an opinion only where it counts", () => {
    fc.assert(
      fc.property(fc.constantFrom("none" as const, "shown" as const), fc.constantFrom("15 days of leave", "Twenty weeks off"), opinions, (modelOpinion, referenceAnswer, agrees) => {
        const answer = answered("15 days of leave [1].");
        const told = new Map(agrees === undefined ? [] : [[answer.answer, { agrees, reason: "so it is" }] as const]);
        expect(judge({ ...nothing, referenceAnswer, modelOpinion }, answer, [], told).passed).toBe(judge({ ...nothing, referenceAnswer }, answer).passed);
      }),
    );
  });

  const phrase = fc.constantFrom("15", "days", "leave", "absent", "99");
  const expectation = fc.record({
    expectedPhrases: fc.array(phrase, { maxLength: 4 }),
    forbiddenPhrases: fc.array(phrase, { maxLength: 2 }),
    referenceAnswer: fc.option(fc.constantFrom("15 days of leave", "Twenty weeks off")),
    modelOpinion: fc.constantFrom("none" as const, "shown" as const, "counts" as const),
    expectedDocument: fc.option(fc.constantFrom({ id: "doc_b", name: "benefits.pdf" }, { id: "doc_x", name: "other.md" })),
    expectedPage: fc.option(fc.constantFrom(3, 4)),
    expectsRefusal: fc.boolean(),
  });

  it("always gives one sentence, and the same one for the same answer", () => {
    fc.assert(
      fc.property(expectation, fc.constantFrom(refused, answered("15 days of leave [1].")), (expected, answer) => {
        const judgement = judge(expected, answer);
        expect(judge(expected, answer)).toEqual(judgement);
        expect(judgement.reason).toMatch(/^.*\.$/);
      }),
      { numRuns: 200 },
    );
  });

  it("passes nothing more when more is expected", () => {
    fc.assert(
      fc.property(expectation, phrase, (expected, more) => {
        const answer = answered("15 days of leave [1].");
        const stricter = { ...expected, expectedPhrases: [...expected.expectedPhrases, more] };
        expect(judge(stricter, answer).passed && !judge(expected, answer).passed).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
