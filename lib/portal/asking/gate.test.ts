import { describe, expect, it } from "vitest";

import { ANSWER_LABEL, type ChatAnswer } from "@/lib/engine/contract";
import { gateOf, VERDICT_DAYS } from "@/lib/portal/asking/gate";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const answer: ChatAnswer = {
  answer: "",
  refused: true,
  grounding: "refused",
  mode: "extractive",
  label: null,
  citations: [],
  confidence: 0,
  sessionId: "ses_1",
  messageId: "msg_1",
  indexedAt: null,
  tookMs: 0,
};

function question(latest: { passed: boolean; daysAgo: number } | null): GoldenQuestion {
  return {
    id: "gld_1",
    question: ANSWER_LABEL,
    expectedPhrases: ["x"],
    expectedDocument: null,
    expectedPage: null,
    expectsRefusal: false,
    createdAt: "2026-01-01T00:00:00Z",
    latest: latest === null ? null : { passed: latest.passed, reason: "", answer, ranAt: new Date(NOW - latest.daysAgo * DAY_MS).toISOString() },
  };
}

describe("gateOf", () => {
  it("stays closed without questions", () => {
    expect(gateOf([], NOW)).toMatchObject({ open: false, questions: 0, passed: 0 });
  });

  it("opens when every question has passed lately", () => {
    const questions = [question({ passed: true, daysAgo: 0 }), question({ passed: true, daysAgo: VERDICT_DAYS })];
    expect(gateOf(questions, NOW)).toEqual({ open: true, reason: "All 2 golden questions passed.", questions: 2, passed: 2 });
  });

  it.each([
    ["has not run", question(null)],
    ["failed", question({ passed: false, daysAgo: 0 })],
    ["passed too long ago", question({ passed: true, daysAgo: VERDICT_DAYS + 0.1 })],
  ])("stays closed when one %s", (_, other) => {
    expect(gateOf([question({ passed: true, daysAgo: 0 }), other], NOW)).toMatchObject({ open: false, passed: 1 });
  });
});
