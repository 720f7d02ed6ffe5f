import "server-only";

import { isWanted } from "@/lib/portal/connectors/website/matches-pattern";
import type { Robots } from "@/lib/portal/connectors/website/robots";
import { TrapWatch } from "@/lib/portal/connectors/website/trap-watch";
import type { WebsiteSettings } from "@/lib/portal/connectors/source";

/** Why an address of another site is left aside. */
export const ELSEWHERE = "It is on another site.";

/** An address that waits for its visit. */
export interface Waiting {
  address: string;
  depth: number;
  /** How often it was sent on, by redirects or canonical links. */
  moves: number;
}

const MOST_MOVES = 5;
/** The most addresses that wait or were looked at in one sync. */
const MOST_SEEN = 20_000;

/** The addresses still to be visited, each once, nearest first; and why others are not among them. */
export class Frontier {
  readonly #queue: Waiting[] = [];
  readonly #seen = new Set<string>();
  readonly #traps = new TrapWatch();
  /** There were more addresses than can be looked at. */
  overflowed = false;
  #next = 0;

  constructor(
    private readonly settings: Pick<WebsiteSettings, "include" | "exclude" | "depth">,
    private readonly origin: string,
    private readonly robots: Robots,
    /** The address it begins with, which is visited whatever the patterns say. */
    private readonly start: string,
  ) {}

  /** Takes an address in. Returns why it is left aside; null when it waits, or is known already. */
  offer({ address, depth, moves }: Waiting): string | null {
    if (this.#seen.has(address)) return null;
    if (this.#seen.size >= MOST_SEEN) {
      this.overflowed = true;
      return null;
    }
    this.#seen.add(address);
    const reason = this.#reason(address, depth, moves);
    if (reason === null) this.#queue.push({ address, depth, moves });
    return reason;
  }

  /** The next address; undefined when all were visited. */
  next(): Waiting | undefined {
    const waiting = this.#queue[this.#next];
    if (waiting !== undefined) this.#next += 1;
    return waiting;
  }

  /** How many were found that are visited or wait. */
  get size(): number {
    return this.#queue.length;
  }

  /** Those that wait. */
  rest(): readonly Waiting[] {
    return this.#queue.slice(this.#next);
  }

  #reason(address: string, depth: number, moves: number): string | null {
    if (new URL(address).origin !== this.origin) return ELSEWHERE;
    if (moves > MOST_MOVES) return "It was sent on too often.";
    if (depth > this.settings.depth) return `It is more than ${this.settings.depth} links away from the start.`;
    if (address !== this.start && !isWanted(address, this.settings)) return "The patterns leave it out.";
    if (!this.robots.allows(address)) return "The site’s robots.txt forbids it.";
    return this.#traps.take(address);
  }
}
