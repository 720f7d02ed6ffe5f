/** Prints a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a slow step with a line before it and one after it, with its seconds. */
export async function step<Result>(doing: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  say(`${doing} …`);
  const result = await work();
  say(`${doing}: done (${((performance.now() - started) / 1000).toFixed(1)} s).`);
  return result;
}
