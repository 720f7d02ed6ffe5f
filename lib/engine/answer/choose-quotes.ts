import { composeAnswer } from "@/lib/engine/answer/compose-answer";
import { countSentences } from "@/lib/engine/answer/count-sentences";
import { citedBy, isWholeSentence, joinQuotes, type Quote, quotesAround, SHORT_SENTENCE, textOf } from "@/lib/engine/answer/quote";
import { type RankedPassage, strengthOf } from "@/lib/engine/search/ranking/rank-passages";
import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";
import { termsOf } from "@/lib/platform/words/terms";

/** How much the passage's own score counts beside the sentence's. */
const PASSAGE_WEIGHT = 0.3;
/** What it is worth to stand next to the best sentence: answers often go on there. */
const NEIGHBOUR_BONUS = 0.03;
/** A sentence whose value falls below this share of the best one's adds nothing. */
const CLOSE_ENOUGH = 0.7;
/** The same where the best one is the very row that is asked for. */
const CLOSE_TO_ROW = 0.9;
/** Rows and items do not count as sentences. What goes beyond so many lines, blank ones included, is no answer but a page. */
const MOST_LINES = 12;
/** Where a row fits so well by its label, other sentences have to answer as rows of such a label, or not as rows. */
const RIGHT_LABEL = 0.8;
/** So many other documents are cited beside a quote whose words they repeat: whoever knows one of them sees that it is meant. */
const MOST_ALIKE = 2;

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
 * understood. In reading order: passages by their best sentence, quotes of a passage as they stand there. `asked` are the question's terms.
 */
export function chooseQuotes(ranked: readonly RankedPassage[], asked: ReadonlySet<string>, limit: number): Quote[] {
  const all = choicesOf(ranked);
  const telling = all.filter((choice) => !isEcho(choice, asked));
  const choices = telling.length > 0 ? telling : all;
  const [best] = choices;
  if (best === undefined) return [];
  let chosen: Quote[] = [];
  for (const choice of choices) {
    if (choice.value < (best.label >= RIGHT_LABEL ? CLOSE_TO_ROW : CLOSE_ENOUGH) * best.value) break;
    if (isOtherRow(choice, best)) continue;
    if (chosen.some((quote) => says(quote, choice))) {
      chosen = chosen.map((quote) => (says(quote, choice) ? alsoSaidIn(quote, choice) : quote));
      continue;
    }
    const around = quotesAround(choice.ranked.passage, choice.index, choice.strength).filter((quote) => !isKnownLead(quote, choice, chosen));
    if (chosen.length > 0 && around.every(announcesOnly)) continue;
    const grown = withQuotes(chosen, around);
    if (chosen.length === 0 || isShort(composeAnswer(grown), limit)) chosen = grown;
  }
  return chosen;
}

function isShort(answer: string, limit: number): boolean {
  return countSentences(answer) <= limit && answer.split("\n").length <= MOST_LINES;
}

function choicesOf(ranked: readonly RankedPassage[]): Choice[] {
  const choices = ranked.flatMap((entry) =>
    entry.sentences.map(({ index, score, label }) => ({
      ranked: entry,
      index,
      value: score + PASSAGE_WEIGHT * entry.fused,
      strength: strengthOf(entry, score),
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

/** Whether a choice is a heading or the like that says no more than the question. An item of a list says that it is one of them, and a line that leads to items brings them. */
function isEcho(choice: Choice, asked: ReadonlySet<string>): boolean {
  const text = sentenceOf(choice);
  const isItem = choice.ranked.passage.sentences[choice.index]?.context.endsWith(":") === true;
  const terms = isItem || text.endsWith(":") || isWholeSentence(text) ? [] : termsOf(text);
  return terms.length > 0 && terms.every((term) => asked.has(term));
}

/**
 * Whether a quote only leads to a choice, and is quoted already: "US employees:" in another passage, or the same header, which stands over several
 * chunks of a table.
 */
function isKnownLead(quote: Quote, choice: Choice, chosen: readonly Quote[]): boolean {
  if (quote.end > (choice.ranked.passage.sentences[choice.index]?.start ?? 0)) return false;
  const lead = folded(textOf(quote));
  return chosen.some((other) =>
    lead.includes(CELL_SEPARATOR)
      ? other.passage.documentId === quote.passage.documentId && other.passage.page === quote.passage.page && other.start <= quote.start && quote.end <= other.end
      : other.passage.chunkId !== quote.passage.chunkId && folded(textOf(other)).includes(lead),
  );
}

/** A quote that says what a choice says, which is cited beside it where it stands in another document. */
function alsoSaidIn(quote: Quote, { ranked: { passage }, index, strength }: Choice): Quote {
  const { start, end } = passage.sentences[index] ?? { start: 0, end: 0 };
  const cited = citedBy([quote]);
  if (end - start <= SHORT_SENTENCE || cited.length > MOST_ALIKE || cited.some((other) => other.passage.documentId === passage.documentId)) return quote;
  return { ...quote, alike: [...(quote.alike ?? []), { passage, start, end, strength }] };
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
