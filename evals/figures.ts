import type { Judgement } from "./judge";

/** A table's row: its label and its figures, null where there is nothing to count. */
export type Row = [label: string, ...figures: (number | null)[]];

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const count = <Item>(items: readonly Item[], test: (item: Item) => boolean): number => items.filter(test).length;

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], at: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? null;
}

/** Retrieval, answers and refusals of a set, one figure a row. */
export function figures(judged: readonly Judgement[]): Row[] {
  const right = judged.filter(({ question }) => question.answerable);
  const short = right.filter(({ question }) => question.answer.some((gold) => gold.length <= 60));
  const paged = right.filter(({ question }) => question.gold_page.length > 0);
  const missing = judged.filter(({ question }) => !question.answerable && !question.off_topic);
  const offTopic = judged.filter(({ question }) => question.off_topic);
  const refused = ({ answer }: Judgement) => answer.refused;
  return [
    ["hit1", share(count(right, ({ rank }) => rank === 0), right.length)],
    ["hit5", share(count(right, ({ rank }) => rank >= 0 && rank < 5), right.length)],
    ["mrr10", share(right.reduce((sum, { rank }) => sum + (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0), 0), right.length)],
    ["pageHit5", share(count(paged, ({ pageRank }) => pageRank >= 0 && pageRank < 5), paged.length)],
    ["answerHolds", share(count(short, ({ holds }) => holds), short.length)],
    ["citesGold", share(count(right, ({ question, answer }) => answer.citations.some((citation) => question.gold_docs.includes(citation.documentName))), right.length)],
    ["wrongRefusals", share(count(right, refused), right.length)],
    ["rightRefusals", share(count(missing, refused), missing.length)],
    ["offTopicRefused", share(count(offTopic, refused), offTopic.length)],
    ["uncertain, answerable", share(count(right, ({ answer }) => answer.grounding === "uncertain"), right.length)],
    ["uncertain, not", share(count(missing, ({ answer }) => answer.grounding === "uncertain"), missing.length)],
    ["sentences p95", percentile(judged.filter(({ answer }) => !answer.refused).map(({ sentences }) => sentences), 0.95)],
    ["search p50 ms", percentile(judged.map(({ searchMs }) => searchMs), 0.5)],
    ["search p95 ms", percentile(judged.map(({ searchMs }) => searchMs), 0.95)],
  ];
}

/** For each threshold on the confidence: what share of the questions of each kind lies below and would be refused. */
export function tradeOff(judged: readonly Judgement[]): Row[] {
  const kinds = [
    judged.filter(({ question }) => question.answerable),
    judged.filter(({ question }) => !question.answerable && !question.off_topic),
    judged.filter(({ question }) => question.off_topic),
  ];
  return [0.2, 0.24, 0.26, 0.28, 0.3, 0.32, 0.35, 0.4, 0.45, 0.5].map((threshold) => [
    threshold.toFixed(2),
    ...kinds.map((kind) => share(count(kind, ({ answer }) => answer.confidence < threshold), kind.length)),
  ]);
}

/** For each band of confidence: questions, mean confidence, and how many of the answers given were right. */
export function reliability(judged: readonly Judgement[]): Row[] {
  const given = judged.filter(({ answer, question }) => !answer.refused && (!question.answerable || question.answer.length > 0));
  return [0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from, index, bands) => {
    const to = bands[index + 1] ?? 1;
    const band = given.filter(({ answer }) => answer.confidence >= from && answer.confidence < to);
    const mean = share(band.reduce((sum, { answer }) => sum + answer.confidence, 0), band.length);
    return [`${from}–${to}`, band.length, mean, share(count(band, ({ holds }) => holds), band.length)];
  });
}
