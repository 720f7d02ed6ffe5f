const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** An ISO 8601 time for people, in UTC and saying so. */
export function formatTime(time: string): string {
  return `${TIME.format(new Date(time))} UTC`;
}
