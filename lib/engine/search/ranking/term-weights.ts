/** A question's distinct terms with their inverse document frequencies, in the form that is never negative. */
export type TermWeights = ReadonlyMap<string, number>;

/** Questions of many words are rarely answered in one sentence that holds them all: the weightiest this many are enough. */
export const ENOUGH_TERMS = 6;

/** The sum of the `count` largest weights, at least a little so that one can divide by it. */
export function weightOfHeaviest(weights: TermWeights, count: number): number {
  const heaviest = [...weights.values()].sort((a, b) => b - a).slice(0, count);
  return Math.max(heaviest.reduce((sum, weight) => sum + weight, 0), 1e-6);
}
