import type { Question } from "@/lib/engine/search/question/read-question";
import { ENOUGH_TERMS, type TermWeights, weightOfHeaviest } from "@/lib/engine/search/ranking/term-weights";
import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";
import { termsOf } from "@/lib/platform/words/terms";

/** Other words in the label count against it so much: "percentage of total revenue" is not the total revenue. */
const OTHER_WORDS = 2;
/** Words of a period say which column is asked for, not which row. */
const PERIOD = new Set(termsOf("fiscal year annual quarter month fy"));

/**
 * How well a row's first cell says what is asked for and nothing else, 0–1: the share of the question that it holds, times the share of itself
 * that is asked for, squared. What the question takes from the row's surroundings (headers, headings, the document's name) need not stand
 * in the label, and a year or another period belongs to the columns. 0 for a text that is no row.
 */
export function labelFit(text: string, { years }: Pick<Question, "years">, weights: TermWeights, isBeside: (term: string) => boolean): number {
  const end = text.indexOf(CELL_SEPARATOR);
  const label = end === -1 ? [] : [...new Set(termsOf(text.slice(0, end)))];
  const asked = label.filter((term) => weights.has(term));
  if (asked.length === 0) return 0;
  const wanted = new Map([...weights].filter(([term]) => label.includes(term) || !(isBeside(term) || PERIOD.has(term) || years.some((year) => term.includes(year)))));
  const held = asked.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return Math.min(1, held / weightOfHeaviest(wanted, ENOUGH_TERMS)) * (asked.length / label.length) ** OTHER_WORDS;
}
