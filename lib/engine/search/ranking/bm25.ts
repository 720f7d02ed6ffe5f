import type { Candidate, IndexStatistics } from "@/lib/engine/search/ranking/candidate";

/** The usual constants of Okapi BM25 (Robertson and Zaragoza, 2009): saturation of repeats, and weight of the length. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/**
 * A project of fewer chunks counts as this many: in a handful of them every word they hold would look frequent, and only
 * what they lack would seem to matter.
 */
const FEWEST_CHUNKS = 200;

/** A question's distinct terms with their weights. */
export type TermWeights = ReadonlyMap<string, number>;

/** The inverse document frequency of each term, in the form that is never negative. */
export function inverseDocumentFrequencies(terms: readonly string[], statistics: IndexStatistics): TermWeights {
  return new Map(
    terms.map((term) => {
      const frequency = statistics.documentFrequency.get(term) ?? 0;
      const chunks = Math.max(statistics.chunks, FEWEST_CHUNKS);
      return [term, Math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5))];
    }),
  );
}

/** The sum of the `count` largest weights, at least a little so that one can divide by it. */
export function weightOfHeaviest(weights: TermWeights, count: number): number {
  const heaviest = [...weights.values()].sort((a, b) => b - a).slice(0, count);
  return Math.max(heaviest.reduce((sum, weight) => sum + weight, 0), 1e-6);
}

/** The BM25 score of a chunk for the weighted terms. */
export function bm25({ terms, termTotal }: Pick<Candidate, "terms" | "termTotal">, weights: TermWeights, averageTerms: number): number {
  const damping = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * termTotal) / Math.max(averageTerms, 1));
  let score = 0;
  for (const [term, weight] of weights) {
    const count = terms.get(term) ?? 0;
    if (count > 0) score += (weight * count * (SATURATION + 1)) / (count + damping);
  }
  return score;
}
