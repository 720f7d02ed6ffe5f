const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const BROKEN_WORD = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u2010]$/u;
const WORD_START = /^[\p{L}\p{N}]+/u;

/** The words of the pages at hand, lower case: they tell whether a hyphen at a line's end belongs to the word. */
export type Vocabulary = ReadonlySet<string>;

/** Collects the words of some lines, those at the edges of hyphenated lines left out. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.toLowerCase().replace(BROKEN_WORD, "").matchAll(WORD)) {
      words.add(word);
      for (const part of word.split("-")) words.add(part);
    }
  }
  return words;
}

/**
 * How a line continues on the next one: `text` is the line without a hyphen that only the line break put there, `joint`
 * what stands between the two. A word that is known with its hyphen, or whose first part is a word of its own, keeps it.
 */
export function continueLine(line: string, next: string, known: Vocabulary): { text: string; joint: "" | " " } {
  const first = BROKEN_WORD.exec(line)?.[1];
  const second = WORD_START.exec(next)?.[0];
  if (first === undefined || second === undefined) return { text: line, joint: endsWithoutSpace(line, next) ? "" : " " };
  const [head, tail] = [first.toLowerCase(), second.toLowerCase()];
  const broken = second === tail && /^\p{L}+$/u.test(second) && !known.has(`${head}-${tail}`) && (known.has(head + tail) || !known.has(head));
  return { text: broken ? line.slice(0, -1) : line, joint: "" };
}

/** Chinese and Japanese lines run on without a space. */
function endsWithoutSpace(line: string, next: string): boolean {
  const unspaced = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
  return unspaced.test(line.at(-1) ?? "") && unspaced.test(next.charAt(0));
}
