/**
 * The logistic curve from a strength to the probability that the passage answers the question, fitted by hand to round
 * numbers on question sets with and without answers (`npm run eval` prints the table that it rests on).
 */
const CURVE = { middle: 1.62, steepness: 2.4 };

/** A strength of {@link file://./rank-passages.ts} as a score in 0–1; it rises with the strength. */
export function calibrate(strength: number): number {
  return 1 / (1 + Math.exp(-CURVE.steepness * (strength - CURVE.middle)));
}
