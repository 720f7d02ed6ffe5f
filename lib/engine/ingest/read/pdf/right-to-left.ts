const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const SHARE = 0.3;
/** The ligature of lam and alef comes apart in the wrong order; behind another alef, where no word has the two like this, it can be told. */
const TURNED_LIGATURE = /\u0627\u0627\u0644/g;

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
  const words = line.replace(TURNED_LIGATURE, "\u0627\u0644\u0627").split(" ").reverse();
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
