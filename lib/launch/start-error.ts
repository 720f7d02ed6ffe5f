/** Why the product cannot start, in a sentence for the person at the terminal that says what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

const SENTENCES: readonly string[] = ["StartError", "DatabaseSetupError", "EnvError"];

/** What to print for what was thrown while starting: the sentence, or, for a fault of ours, where it happened. */
export function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return SENTENCES.includes(thrown.name) ? thrown.message : (thrown.stack ?? thrown.message);
}
