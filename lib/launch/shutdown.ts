/** A way to end something. */
export type End = () => Promise<void> | void;

/** What was begun and has to be ended, last begun first, each once and in turn; what fails to end does not keep the rest. */
export class Shutdown {
  readonly #ends: End[] = [];
  readonly #asked = new AbortController();
  #running: Promise<void> | undefined;

  /** Aborted as soon as the end is asked for: whoever begins something or waits looks at it. */
  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  /** Remembers how something that has begun is ended. */
  add(end: End): void {
    this.#ends.push(end);
  }

  /** Ends everything once what is still beginning has settled (or given up on the signal). Later calls wait for the first. */
  run(beginning: Promise<unknown>): Promise<void> {
    this.#asked.abort();
    this.#running ??= this.#run(beginning);
    return this.#running;
  }

  async #run(beginning: Promise<unknown>): Promise<void> {
    await beginning.catch(() => undefined);
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      try {
        await end();
      } catch (thrown) {
        process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
      }
    }
  }
}
