import "server-only";

/** The most addresses of one pattern (digits and values of parameters apart) in one sync. */
export const MOST_ALIKE = 200;
const MOST_REPEATS = 3;

/** Notices addresses that a site can make without end: calendars, sorted and filtered lists, folders within themselves. */
export class TrapWatch {
  readonly #counts = new Map<string, number>();

  constructor(private readonly mostAlike = MOST_ALIKE) {}

  /** Counts an address. Returns why it is left aside, or null. */
  take(address: string): string | null {
    const url = new URL(address);
    const segments = url.pathname.split("/").filter((segment) => segment !== "");
    if (segments.some((segment) => segments.filter((other) => other === segment).length > MOST_REPEATS)) return "Its path repeats itself.";
    const parameters = [...new Set(url.searchParams.keys())].sort().join("&");
    const alike = `${url.pathname.replace(/\d+/g, "#")}?${parameters}`;
    // Without digits or parameters there is one address of a pattern.
    const count = (this.#counts.get(alike) ?? 0) + 1;
    this.#counts.set(alike, count);
    return count > this.mostAlike ? `More than ${this.mostAlike} addresses differ from it by numbers or parameters alone; it looks endless.` : null;
  }
}
