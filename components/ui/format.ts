const COUNT = new Intl.NumberFormat("en-GB");
const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;
const STEP = 1000;

/** A count with its thousands apart. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** The day of an ISO 8601 time, in UTC. */
export function formatDay(time: string): string {
  return DAY.format(new Date(time));
}

/** An ISO 8601 time for people, in UTC and saying so. */
export function formatTime(time: string): string {
  return `${MINUTE.format(new Date(time))} UTC`;
}

/** A size in decimal units, with three digits at least. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? "B"}`;
}
