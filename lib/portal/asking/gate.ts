import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";
import { type Standing, standingOf } from "@/lib/portal/golden/pass-rule";
import type { GoldenRule } from "@/lib/portal/golden/rule";
import type { GoldenSignature } from "@/lib/portal/golden/signing/signature";

/** One thing the rule asks for. */
export interface GateCheck {
  met: boolean;
  /** What is there or what is missing, in a sentence for the admin. */
  sentence: string;
}

/** Whether "Ask your docs" may be switched on. */
export interface Gate {
  open: boolean;
  /** The first thing that is missing, or that nothing is. */
  reason: string;
  /** How many golden questions there are, and how many of them passed lately. */
  questions: number;
  passed: number;
  checks: GateCheck[];
  /** Whether the questions pass, so that they can be signed or a regression can be told. */
  passes: boolean;
  /** Whether a signature of the set as it is now would change something. */
  signable: boolean;
}

/** What the gate looks at. */
export interface GateFacts {
  questions: readonly Pick<GoldenQuestion, "mustPass" | "weight" | "latest">[];
  rule: Pick<GoldenRule, "passPercent" | "signatureDays">;
  signature: Pick<GoldenSignature, "signedBy" | "signedAt" | "questionsDigest"> | null;
  /** Of the questions as they are now. */
  digest: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** The rule: every must-pass question passes, enough of the rest do, and a person has signed the set lately. `now` in ms. */
export function gateOf({ questions, rule, signature, digest }: GateFacts, now: number): Gate {
  const standing = standingOf(questions, rule.passPercent, now);
  const signed = signatureCheck(signature, digest, rule.signatureDays, now);
  const checks = [...passChecks(standing, rule.passPercent), signed];
  const open = checks.every(({ met }) => met);
  return {
    open,
    reason: checks.find(({ met }) => !met)?.sentence ?? "The questions pass and are signed.",
    questions: standing.questions,
    passed: standing.passed,
    checks,
    passes: standing.holds,
    signable: standing.holds && !signed.met,
  };
}

function passChecks({ questions, passed, mustPass, restPercent }: Standing, passPercent: number): GateCheck[] {
  if (questions === 0) return [{ met: false, sentence: "Save at least one golden question and run it." }];
  const must: GateCheck = {
    met: mustPass.passed === mustPass.total,
    sentence:
      mustPass.passed === mustPass.total
        ? `${mustPass.total === 1 ? "The must-pass question passes" : `All ${mustPass.total} must-pass questions pass`}.`
        : `${mustPass.passed} of ${mustPass.total} must-pass questions pass. Run the others, and mend what fails.`,
  };
  const enough = restPercent >= passPercent;
  const share = `${restPercent} % of the ${mustPass.total === 0 ? "" : "other "}questions pass; ${passPercent} % are needed.`;
  const rest: GateCheck = {
    met: enough,
    sentence: enough
      ? passed === questions
        ? `${questions === 1 ? "The golden question passes" : `All ${questions} golden questions pass`}.`
        : share
      : `${share} Run them, and mend what fails.`,
  };
  const others = mustPass.total < questions;
  return [...(mustPass.total === 0 ? [] : [must]), ...(others ? [rest] : [])];
}

function signatureCheck(signature: GateFacts["signature"], digest: string, days: number, now: number): GateCheck {
  if (signature === null) return { met: false, sentence: "Sign the questions once they pass." };
  const { signedBy, signedAt, questionsDigest } = signature;
  const signed = `Signed by ${signedBy} on ${DAY.format(new Date(signedAt))}`;
  if (now - Date.parse(signedAt) > days * DAY_MS) return { met: false, sentence: `${signed}, more than ${days} days ago. Sign them again.` };
  if (questionsDigest !== digest) return { met: false, sentence: `${signed}; the questions have changed since. Sign them again.` };
  return { met: true, sentence: `${signed}.` };
}
