/** Runs work and yields what it emits meanwhile, in order; the generator returns the work's result, or throws what it threw. */
export async function* emitting<Emitted, Result>(work: (emit: (value: Emitted) => void) => Promise<Result>): AsyncGenerator<Emitted, Result> {
  const emitted: Emitted[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const working = work((value) => {
    emitted.push(value);
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // It is awaited below; until then an early failure must not count as unhandled.
  working.catch(() => undefined);
  for (;;) {
    const next = emitted.shift();
    if (next !== undefined) yield next;
    else if (ended) return working;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended || emitted.length > 0) resolve();
      });
    }
  }
}
