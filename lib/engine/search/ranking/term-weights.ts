/** A question's distinct terms with their inverse document frequencies, in the form that is never negative. */
export type TermWeights = ReadonlyMap<string, number>;

/** The sum of the `count` largest weights, at least a little so that one can divide by it. */
export function weightOfHeaviest(weights: TermWeights, count: number): number {
  const heaviest = [...weights.values()].sort((a, b) => b - a).slice(0, count);
  return Math.max(heaviest.reduce((sum, weight) => sum + weight, 0), 1e-6);
}

/** A project of fewer chunks counts as this many (engine.find_passages). */
const FEWEST_CHUNKS = 200;

/** The weight of a term that stands in none of so many chunks, a little less for rounding: no other term reaches it. */
export function weightOfUnknown(chunks: number): number {
  return Math.log(1 + (Math.max(chunks, FEWEST_CHUNKS) + 0.5) / 0.5) - 1e-9;
}
