/** Parsing takes time by the square of a text's lists, so long texts are parsed in pieces of about this many UTF-16 units. */
const PIECE_LENGTH = 50_000;
/** Without a heading in sight a piece ends at the next paragraph beyond this length. */
const LONGEST_PIECE = 100_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^#{1,6}\s/;
const PARAGRAPH_START = /^[\p{L}\p{N}"“*_[(]/u;
const LIST_MARKER = /^(?:[*+-]|\d{1,9}[.)])\s/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:\s*\S.*$/gm;

/**
 * Cuts a long Markdown text at headings, or at paragraphs that stand at the margin, outside of fenced code. Every piece
 * carries the link definitions of the whole text, which may stand anywhere in it.
 */
export function splitMarkdown(text: string): string[] {
  if (text.length <= LONGEST_PIECE) return [text];
  const definitions = [...text.matchAll(DEFINITION)].map((match) => match[0]).join("\n");
  return piecesOf(text).map((piece) => (definitions === "" ? piece : `${piece}\n\n${definitions}\n`));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  let fence = "";
  let afterBlank = true;
  for (const line of text.split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence === "" && mayCut(line, at - from, afterBlank)) {
      pieces.push(text.slice(from, at));
      from = at;
    }
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    afterBlank = line.trim() === "";
    at += line.length + 1;
  }
  return [...pieces, text.slice(from)];
}

function mayCut(line: string, length: number, afterBlank: boolean): boolean {
  if (length > PIECE_LENGTH && HEADING.test(line)) return true;
  return length > LONGEST_PIECE && afterBlank && PARAGRAPH_START.test(line) && !LIST_MARKER.test(line);
}
