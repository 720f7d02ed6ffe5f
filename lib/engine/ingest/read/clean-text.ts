/** Control characters that no reader of a document can see and PostgreSQL partly refuses (U+0000), soft hyphens, byte order marks. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g;

/** Spaces of any width, but no line break. */
const SPACES = /[^\S\n]+/g;

/** Text that every later step can store and show: no control characters, no lone surrogates, line breaks as `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(INVISIBLE, "").toWellFormed();
}

/** {@link cleanText} with every run of white space, line breaks too, as one space, and none at the ends. */
export function foldSpaces(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** {@link cleanText} with the spaces of each line folded, the line breaks kept, and no empty line. */
export function foldLines(text: string): string {
  return cleanText(text)
    .replace(SPACES, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}
