/** The day of a time, in UTC: `2026-11-25`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** The first day of a time's month, in UTC. */
export function monthOf(time: Date): string {
  return `${time.toISOString().slice(0, 7)}-01`;
}

/** The last day of a month that is named by its first. */
export function lastDayOf(month: string): string {
  const first = new Date(month);
  return dayOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)));
}
