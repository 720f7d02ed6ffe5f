/** A piece of an answer: text, or the number of the citation that a `[n]` names. */
export type AnswerPiece = string | { index: number };

/**
 * Cuts an answer's text at its `[n]` marks. Only those that `isCitation` knows are marks; all others stay text. A space before a mark
 * becomes one that does not break, so that no mark stands alone at the beginning of a line.
 */
export function splitMarks(text: string, isCitation: (index: number) => boolean): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let end = 0;
  for (const { 0: mark, 1: digits, index: at } of text.matchAll(/\[(\d{1,3})\]/g)) {
    const index = Number(digits);
    if (!isCitation(index)) continue;
    if (at > end) pieces.push(text.slice(end, at).replace(/ $/, "\u00a0"));
    pieces.push({ index });
    end = at + mark.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
