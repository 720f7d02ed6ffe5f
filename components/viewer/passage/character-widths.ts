const NARROW = /[\s.,;:'’‘"“”|!()[\]{}`iljtfrI\-/]/u;
const WIDE = /[mwMW@%—…]/u;
const CAPITAL = /\p{Lu}/u;
/** Written on top of the character before it, or one that is not printed at all. */
const NO_WIDTH = /[\p{M}\p{Cf}\ufe00-\ufe0f]/u;
/** Characters as wide as they are high: Chinese, Japanese, Korean, and their punctuation. */
const SQUARE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/**
 * About how wide a text is printed, in font sizes. A line's own font is not known here: this is what proportional fonts have in
 * common, and good enough to say where in a line a word begins.
 */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  if (SQUARE.test(character)) return 1;
  if (NARROW.test(character)) return 0.3;
  if (WIDE.test(character)) return 0.86;
  return CAPITAL.test(character) ? 0.68 : 0.54;
}
