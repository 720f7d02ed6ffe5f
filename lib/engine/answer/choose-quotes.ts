import { composeAnswer } from "@/lib/engine/answer/compose-answer";
import { countSentences } from "@/lib/engine/answer/count-sentences";
import { joinQuotes, type Quote, quotesAround, textOf } from "@/lib/engine/answer/quote";
import { type RankedPassage, strengthOf } from "@/lib/engine/search/ranking/rank-passages";
import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";

/** How much the passage's own score counts beside the sentence's. */
const PASSAGE_WEIGHT = 0.3;
/** What it is worth to stand next to the best sentence: answers often go on there. */
const NEIGHBOUR_BONUS = 0.03;
/** A sentence whose value falls below this share of the best one's adds nothing. */
const CLOSE_ENOUGH = 0.7;
/** Where a row fits so well by its label, other sentences have to answer as rows of such a label, or not as rows. */
const RIGHT_LABEL = 0.8;

interface Choice {
  ranked: RankedPassage;
  index: number;
  value: number;
  strength: number;
  /** How well it fits as a row, by its label. */
  label: number;
}

/**
 * The fewest sentences that are likely to answer, at most `limit` as a reader counts them, with what they need to be
 * understood. In reading order: passages by their best sentence, quotes of a passage as they stand there.
 */
export function chooseQuotes(ranked: readonly RankedPassage[], limit: number): Quote[] {
  const choices = choicesOf(ranked);
  const [best] = choices;
  if (best === undefined) return [];
  let chosen: Quote[] = [];
  for (const choice of choices) {
    if (choice.value < CLOSE_ENOUGH * best.value) break;
    if (isOtherRow(choice, best) || chosen.some((quote) => says(quote, choice))) continue;
    const around = quotesAround(choice.ranked.passage, choice.index, choice.strength);
    if (chosen.length > 0 && around.every(announcesOnly)) continue;
    const grown = withQuotes(chosen, around);
    if (chosen.length === 0 || countSentences(composeAnswer(grown)) <= limit) chosen = grown;
  }
  return chosen;
}

function choicesOf(ranked: readonly RankedPassage[]): Choice[] {
  const choices = ranked.flatMap((entry) =>
    entry.sentences.map(({ index, score, label }) => ({
      ranked: entry,
      index,
      value: score + PASSAGE_WEIGHT * entry.fused,
      strength: strengthOf(entry.fused, score),
      label,
    })),
  );
  const best = choices.reduce<Choice | undefined>((top, choice) => (top === undefined || choice.value > top.value ? choice : top), undefined);
  for (const choice of choices) {
    if (choice.ranked === best?.ranked && Math.abs(choice.index - best.index) === 1) choice.value += NEIGHBOUR_BONUS;
  }
  return choices.sort((a, b) => b.value - a.value);
}

/** Whether the best choice is the row that is asked for, and this one is a row of something else. */
function isOtherRow(choice: Choice, best: Choice): boolean {
  return best.label >= RIGHT_LABEL && choice.label < RIGHT_LABEL * best.label && sentenceOf(choice).includes(CELL_SEPARATOR);
}

/** Whether a quote announces something that does not stand in it. */
function announcesOnly(quote: Quote): boolean {
  return textOf(quote).endsWith(":");
}

/** Whether a quote already says what a sentence says: the same words often stand in several documents. */
function says(quote: Quote, choice: Choice): boolean {
  return folded(textOf(quote)).includes(folded(sentenceOf(choice)));
}

function sentenceOf({ ranked: { passage }, index }: Choice): string {
  const sentence = passage.sentences[index];
  return sentence === undefined ? "" : textOf({ ...sentence, passage });
}

function folded(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Adds quotes to those chosen so far, passage by passage in the order in which the passages were first chosen. */
function withQuotes(chosen: readonly Quote[], added: readonly Quote[]): Quote[] {
  const byPassage = new Map<string, Quote[]>();
  for (const quote of [...chosen, ...added]) {
    byPassage.set(quote.passage.chunkId, [...(byPassage.get(quote.passage.chunkId) ?? []), quote]);
  }
  return [...byPassage.values()].flatMap(joinQuotes);
}
