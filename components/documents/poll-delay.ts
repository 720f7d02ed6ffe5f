const FASTEST_MS = 700;
const SLOWEST_MS = 8_000;
const AFTER_FAILURE_MS = 3_000;
const LONGEST_AFTER_FAILURE_MS = 60_000;

/**
 * How long to wait before the list is read again, in ms: shorter while things move, longer with each reading that changed
 * nothing (`quiet`) and with each that failed (`failures`), counted since the last that did otherwise.
 */
export function pollDelay({ quiet, failures }: { quiet: number; failures: number }): number {
  if (failures > 0) return Math.min(AFTER_FAILURE_MS * 2 ** (failures - 1), LONGEST_AFTER_FAILURE_MS);
  return Math.round(Math.min(FASTEST_MS * 1.4 ** quiet, SLOWEST_MS));
}
