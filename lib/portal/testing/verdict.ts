import type { ChatAnswer } from "@/lib/engine/contract";
import type { GoldenVerdict } from "@/lib/portal/golden/golden-question";

const answer: ChatAnswer = {
  answer: "Your documents do not say.",
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

/** A verdict with what a test does not care for filled in. */
export function verdictOf(given: Partial<GoldenVerdict>): GoldenVerdict {
  return {
    id: "run_1",
    runId: null,
    passed: true,
    reason: "Refused as expected.",
    findings: [],
    answer,
    others: [],
    overruled: null,
    ranAt: "2026-01-01T00:00:00Z",
    ...given,
  };
}
