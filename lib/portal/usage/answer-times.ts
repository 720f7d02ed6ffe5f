/** Each step is so much longer than the one before: what is told of a time is at most so much too long. */
const GROWTH = 1.2;
const FIRST_MS = 10;
/** Steps of answer times; the last one, of about a minute, takes whatever is longer. */
export const TIME_STEPS = 48;

/** The step of a time in ms, from 0. */
export function stepOf(ms: number): number {
  if (ms <= FIRST_MS) return 0;
  return Math.min(TIME_STEPS - 1, Math.ceil(Math.log(ms / FIRST_MS) / Math.log(GROWTH)));
}

/** The upper end of the step that a share (0–1) of all answers did not exceed, in ms; null when there were none. */
export function percentile(times: readonly number[], share: number): number | null {
  const total = times.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [step, count] of times.entries()) {
    seen += count;
    if (seen >= share * total) return Math.round(FIRST_MS * GROWTH ** step);
  }
  return null;
}

/** The counts of several days together. */
export function together(days: readonly (readonly number[])[]): number[] {
  return Array.from({ length: TIME_STEPS }, (_, step) => days.reduce((sum, day) => sum + (day[step] ?? 0), 0));
}
