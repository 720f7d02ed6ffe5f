/** A pattern for a folded word with and without its capital, where an expression tells other capitals apart. */
export function inAnyCase(word: string): string {
  return `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`;
}

/** A folded word with its capital. */
export function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
