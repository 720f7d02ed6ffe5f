import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** How old a passing verdict may be, in days, to count for switching on. */
export const VERDICT_DAYS = 90;

/** Whether "Ask your docs" may be switched on. */
export interface Gate {
  open: boolean;
  /** What is there or what is missing, in a sentence for the admin. */
  reason: string;
  /** How many golden questions there are, and how many of them passed lately. */
  questions: number;
  passed: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The rule: at least one golden question, and the latest verdict of every one is a pass of the last {@link VERDICT_DAYS} days. `now` in ms. */
export function gateOf(questions: readonly GoldenQuestion[], now: number): Gate {
  const passed = questions.filter(({ latest }) => latest?.passed === true && now - Date.parse(latest.ranAt) <= VERDICT_DAYS * DAY_MS).length;
  const count = questions.length;
  const open = count > 0 && passed === count;
  return { open, reason: reasonOf(count, passed), questions: count, passed };
}

function reasonOf(count: number, passed: number): string {
  if (count === 0) return "Save at least one golden question and run it before switching on.";
  if (passed < count)
    return `${passed} of ${count} golden questions passed in the last ${VERDICT_DAYS} days. Run the others, and mend what fails, before switching on.`;
  return count === 1 ? "The golden question passed." : `All ${count} golden questions passed.`;
}
