import type { Answer, Redirect } from "./answers";

/** What came of a call, without what differs each time. */
export interface Outcome {
  /** For server actions the status of the error's code, 200 without one. */
  status: number;
  /** Where a redirect leads to. */
  location: string | null;
  /** All that the caller was told. */
  told: string;
}

const shown = (answer: number | "absent" | Redirect): string => (typeof answer === "object" ? `to ${answer.to}` : String(answer));

/** An answer in words. */
export function inWords(answer: Answer): string {
  return isChoice(answer) ? answer.map(shown).join(" or ") : shown(answer);
}

/** The expected answer in words when the outcome is it, else what came instead. `nowhere` is the outcome of the same call with names that exist nowhere. */
export function judged(answer: Answer, outcome: Outcome, nowhere: Outcome | undefined): string {
  const choices = isChoice(answer) ? answer : [answer];
  if (choices.some((choice) => fits(choice, outcome, nowhere))) return inWords(answer);
  if (answer === "absent" && outcome.status === 404) return `404, but not the one of what exists nowhere: ${outcome.told} instead of ${nowhere?.told}`;
  return outcome.location === null ? String(outcome.status) : `${outcome.status} to ${outcome.location}`;
}

function isChoice(answer: Answer): answer is readonly (number | Redirect)[] {
  return Array.isArray(answer);
}

function fits(answer: number | "absent" | Redirect, outcome: Outcome, nowhere: Outcome | undefined): boolean {
  if (answer === "absent") return outcome.status === 404 && nowhere?.status === 404 && outcome.told === nowhere.told;
  if (typeof answer === "number") return outcome.status === answer && outcome.location === null;
  return outcome.location?.includes(answer.to) === true;
}
