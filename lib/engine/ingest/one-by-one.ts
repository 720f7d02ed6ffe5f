const last = new Map<string, Promise<unknown>>();

/** Runs pieces of work of one key one behind the other in this process; those of different keys do not wait for each other. */
export async function oneByOne<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = last.get(key);
  const mine = before === undefined ? work() : before.then(work);
  const ended = mine.then(() => undefined, () => undefined);
  last.set(key, ended);
  try {
    return await mine;
  } finally {
    if (last.get(key) === ended) last.delete(key);
  }
}
