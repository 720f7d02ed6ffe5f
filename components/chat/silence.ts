import { type Failure, onTheWay } from "@/components/chat/ask-failure";

/** After so many milliseconds without an event people are told that the work goes on. */
export const SLOW_AFTER_MS = 10_000;
/** After so many milliseconds without an event nobody waits any longer: the connection is dead, whatever it says. */
export const DEAD_AFTER_MS = 120_000;

const NO_ANSWER = "No answer has come for two minutes. Try again.";

/** Watches the pauses between an answer's events. */
export class Silence {
  readonly #slow: () => void;
  readonly #dead: (failure: Failure) => void;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(slow: () => void, dead: (failure: Failure) => void) {
    this.#slow = slow;
    this.#dead = dead;
    this.broken();
  }

  /** Something has come. */
  broken(): void {
    this.end();
    this.#timers = [setTimeout(this.#slow, SLOW_AFTER_MS), setTimeout(() => this.#dead(onTheWay(NO_ANSWER)), DEAD_AFTER_MS)];
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.#timers.forEach(clearTimeout);
  }
}
