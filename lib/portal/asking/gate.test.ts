import { describe, expect, it } from "vitest";

import { type GateFacts, gateOf } from "@/lib/portal/asking/gate";
import { VERDICT_DAYS } from "@/lib/portal/golden/pass-rule";
import { verdictOf } from "@/lib/portal/testing/verdict";

const NOW = Date.parse("2026-06-01T00:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const rule = { passPercent: 90, signatureDays: 90 };
const signature = { signedBy: "Olga Owner", signedAt: daysAgo(1), questionsDigest: "d" };

type Question = GateFacts["questions"][number];

function question(passed: boolean | null, { mustPass = false, weight = 1, ago = 0 } = {}): Question {
  return { mustPass, weight, latest: passed === null ? null : verdictOf({ passed, ranAt: daysAgo(ago) }) };
}

const gate = (questions: Question[], facts: Partial<GateFacts> = {}) => gateOf({ questions, rule, signature, digest: "d", ...facts }, NOW);

describe("gateOf", () => {
  it("stays closed without questions", () => {
    expect(gate([])).toMatchObject({ open: false, questions: 0, passed: 0, signable: false });
  });

  it("opens when the questions pass and are signed", () => {
    expect(gate([question(true), question(true, { ago: VERDICT_DAYS })])).toMatchObject({ open: true, questions: 2, passed: 2, passes: true });
  });

  it.each([
    ["has not run", question(null)],
    ["failed", question(false)],
    ["passed too long ago", question(true, { ago: VERDICT_DAYS + 0.1 })],
  ])("stays closed when one of two %s", (_, other) => {
    expect(gate([question(true), other])).toMatchObject({ open: false, passed: 1 });
  });

  it("asks for every must-pass question, whatever the share of the rest", () => {
    const rest = Array.from({ length: 20 }, () => question(true));
    expect(gate([...rest, question(false, { mustPass: true })]).open).toBe(false);
    expect(gate([...rest, question(true, { mustPass: true })]).open).toBe(true);
  });

  it("asks for the rule's share of the rest, by weight", () => {
    const nine = Array.from({ length: 9 }, () => question(true));
    expect(gate([...nine, question(false)]).open).toBe(true);
    expect(gate([...nine, question(false, { weight: 2 })]).open).toBe(false);
    expect(gate([...nine, question(false, { weight: 2 })], { rule: { ...rule, passPercent: 80 } }).open).toBe(true);
    expect(gate([...nine.slice(1), question(false)]).open).toBe(false);
  });

  it.each([
    ["there is no signature", null],
    ["it is too old", { ...signature, signedAt: daysAgo(90.1) }],
    ["the questions have changed since", { ...signature, questionsDigest: "other" }],
  ])("stays closed, and asks to sign, when %s", (_, given) => {
    const closed = gate([question(true)], { signature: given });
    expect(closed).toMatchObject({ open: false, passes: true, signable: true });
    expect(closed.reason).toMatch(/[Ss]ign/);
    expect(closed.reason).toBe(closed.checks.find(({ met }) => !met)?.sentence);
  });
});
