import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** How old a verdict may be, in days, to count. */
export const VERDICT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How a set of questions does, measured by the rule. */
export interface Standing {
  questions: number;
  /** How many passed lately, as they ask and expect now. */
  passed: number;
  mustPass: { total: number; passed: number };
  /** Of the others, by weight, in percent; 100 when there are none. */
  restPercent: number;
  /** There is a question, every must-pass one passed, and enough of the rest. */
  holds: boolean;
}

/** Measures a set by its latest verdicts. `passPercent` is the rule's share of the rest; `now` in ms. */
export function standingOf(questions: readonly Pick<GoldenQuestion, "mustPass" | "weight" | "latest">[], passPercent: number, now: number): Standing {
  const passes = ({ latest }: Pick<GoldenQuestion, "latest">) => latest?.passed === true && now - Date.parse(latest.ranAt) <= VERDICT_DAYS * DAY_MS;
  const must = questions.filter(({ mustPass }) => mustPass);
  const rest = questions.filter(({ mustPass }) => !mustPass);
  const mustPass = { total: must.length, passed: must.filter(passes).length };
  const [weight, won] = [weightOf(rest), weightOf(rest.filter(passes))];
  // Rounded down, so that nobody reads 90 % where it is 89.9.
  const restPercent = weight === 0 ? 100 : Math.floor((100 * won) / weight);
  const holds = questions.length > 0 && mustPass.passed === mustPass.total && restPercent >= passPercent;
  return { questions: questions.length, passed: questions.filter(passes).length, mustPass, restPercent, holds };
}

function weightOf(questions: readonly { weight: number }[]): number {
  return questions.reduce((sum, { weight }) => sum + weight, 0);
}
