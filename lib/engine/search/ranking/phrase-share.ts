import type { TermWeights } from "@/lib/engine/search/ranking/term-weights";

/** So many terms further on, the second of two still belongs to the first: "phase of the moon", "tax on land". */
const REACH = 3;

/**
 * How much of a question's wording stands in a text, 0–1: the share of its pairs of neighbouring terms, each weighing what its two terms weigh,
 * that stand in the text in their order and close together. 0 for a question of one term. `places` says where in the text they stand.
 */
export function phraseShare(terms: readonly string[], weights: TermWeights, places: ReadonlyMap<string, readonly number[]>): number {
  let held = 0;
  let all = 0;
  terms.slice(1).forEach((second, index) => {
    const first = terms[index] ?? "";
    const weight = (weights.get(first) ?? 0) + (weights.get(second) ?? 0);
    all += weight;
    if (areClose(places.get(first) ?? [], places.get(second) ?? [])) held += weight;
  });
  return all === 0 ? 0 : held / all;
}

/** Where each of the `telling` terms stands among a text's terms. */
export function placesOf(terms: readonly string[], telling: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  terms.forEach((term, index) => {
    if (!telling.has(term)) return;
    const known = places.get(term);
    if (known === undefined) places.set(term, [index]);
    else known.push(index);
  });
  return places;
}

function areClose(firsts: readonly number[], seconds: readonly number[]): boolean {
  return firsts.some((first) => seconds.some((second) => first < second && second - first <= REACH));
}
