import { numbersIn, toNumber, withPlainNumbers } from "@/lib/portal/golden/number";

/** Scripts that put no space between words, so that a word border cannot be seen. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Whether a text holds a phrase. A phrase that is a number is compared as a number (`1,500` is `1500.00`; with a currency or
 * percent sign the sign must be there as well). Everything else is compared without regard to case, white space, the form
 * of quotation marks and the way its numbers are written, and begins and ends where words and numbers do.
 */
export function holdsPhrase(text: string, phrase: string): boolean {
  const number = toNumber(phrase);
  if (number === undefined) return holdsWords(plain(withPlainNumbers(text)), plain(withPlainNumbers(phrase)));
  return numbersIn(text).some(({ value, unit }) => value === number.value && (number.unit === "" || number.unit === unit));
}

function holdsWords(text: string, phrase: string): boolean {
  if (phrase === "") return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (isBorder(before(text, at), firstOf(phrase)) && isBorder(before(text, end), firstOf(text.slice(end)))) return true;
  }
  return false;
}

/** Whether a word can end between two characters; either may be empty, at the ends of the text. */
function isBorder(left: string, right: string): boolean {
  return !WORD.test(left) || !WORD.test(right) || UNSPACED.test(left) || UNSPACED.test(right);
}

function before(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
}

function firstOf(text: string): string {
  return [...text.slice(0, 2)][0] ?? "";
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}
