import { standingOf } from "@/components/golden/verdict-badge";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** Which questions are shown. */
export interface QuestionFilter {
  /** A part of the wording, in any case. */
  text: string;
  show: "all" | "passed" | "failed" | "not-run" | "must-pass";
  /** Empty for all. */
  tag: string;
}

/** Everything. */
export const NO_FILTER: QuestionFilter = { text: "", show: "all", tag: "" };

/** The questions that a filter lets through. */
export function filtered(questions: readonly GoldenQuestion[], { text, show, tag }: QuestionFilter): GoldenQuestion[] {
  const wanted = text.trim().toLowerCase();
  return questions.filter(
    (question) =>
      (wanted === "" || [question.question, ...question.wordings].some((wording) => wording.toLowerCase().includes(wanted))) &&
      (tag === "" || question.tags.includes(tag)) &&
      (show === "all" || (show === "must-pass" ? question.mustPass : standingOf(question.latest) === show)),
  );
}

/** Every tag in use, once. */
export function tagsOf(questions: readonly GoldenQuestion[]): string[] {
  return [...new Set(questions.flatMap(({ tags }) => tags))].sort((one, other) => one.localeCompare(other, "en"));
}
