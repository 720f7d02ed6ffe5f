/** English has about four bytes a token, Chinese three: what this says is rarely too little. */
const BYTES_PER_TOKEN = 3;

/** About how many tokens a text is, for budgets: rather too many than too few. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}
