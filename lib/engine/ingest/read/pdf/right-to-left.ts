const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const SHARE = 0.3;

/** Whether a text is mainly Hebrew, Arabic or another script written from right to left. */
export function isRightToLeft(text: string): boolean {
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) > text.length * SHARE;
}

/**
 * The PDF library hands the words of a right-to-left line out from left to right, each word's letters in reading order.
 * This puts the words into reading order; words of other scripts within keep theirs.
 */
export function logicalOrder(line: string): string {
  if (!isRightToLeft(line)) return line;
  const words = line.split(" ").reverse();
  const ordered: string[] = [];
  let foreign: string[] = [];
  for (const word of words) {
    if (/^[\p{Script=Latin}][^]*$/u.test(word)) {
      foreign.unshift(word);
      continue;
    }
    ordered.push(...foreign, word);
    foreign = [];
  }
  return [...ordered, ...foreign].join(" ");
}
