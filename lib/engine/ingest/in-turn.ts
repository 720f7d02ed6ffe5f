let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work that uses every core, one piece at a time in this process: while one document is embedded others are read and
 * stored, and the pieces of several documents take turns.
 */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
