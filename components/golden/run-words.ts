import type { GoldenRun } from "@/lib/portal/golden/runs/run";

/** Who or what started a run. */
export function startedWords({ trigger, startedBy }: Pick<GoldenRun, "trigger" | "startedBy">): string {
  const words = { hand: `Started by ${startedBy}`, schedule: "By the schedule", change: "After a change", promotion: "For a promotion" };
  return words[trigger];
}

/** How a run stands, in a word or two. */
export const STATUS_WORDS: Record<GoldenRun["status"], string> = {
  waiting: "Waiting",
  running: "Running",
  done: "Finished",
  cancelled: "Cancelled",
  failed: "Not finished: the engine did not answer",
};

/** What the rule made of a run, in a sentence; nothing where there is nothing to say. */
export const OUTCOME_WORDS: Record<NonNullable<GoldenRun["outcome"]>, string | null> = {
  held: null,
  warned: "The questions do not pass any more. “Ask your docs” stays on, as the rule says.",
  "documents-held": "The questions do not pass any more. Connected sources bring in nothing new until they do.",
  "switched-off": "The questions do not pass any more. “Ask your docs” was switched off, as the rule says.",
  restored: "The questions pass again. What the rule had taken away is back.",
};

/** Whether a run is still on its way. */
export function isUnderWay({ status }: Pick<GoldenRun, "status">): boolean {
  return status === "waiting" || status === "running";
}

/** How long a run took. */
export function durationWords({ startedAt, finishedAt }: Pick<GoldenRun, "startedAt" | "finishedAt">): string {
  if (startedAt === null || finishedAt === null) return "–";
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** What a run cost: a model's answers, or nothing. */
export function costWords({ generated, tokens }: Pick<GoldenRun, "generated" | "tokens">): string {
  return generated === 0 ? "No model was used" : `${generated} answers by a model, about ${tokens.toLocaleString("en-GB")} tokens`;
}
