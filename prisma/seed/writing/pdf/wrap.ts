import type { Run } from "@/prisma/seed/writing/blocks";
import type { Paper } from "@/prisma/seed/writing/pdf/paper";

/** Words in one weight, and how far from the line's beginning they stand, in points. */
export interface Piece extends Run {
  x: number;
}

interface Part extends Run {
  width: number;
}

interface Word {
  /** Parts in different weights that touch, such as a bold word and its comma. */
  parts: Part[];
  width: number;
}

/** Breaks runs of words into lines of at most that width in points. */
export function wrap(paper: Paper, runs: readonly Run[], { size, width }: { size: number; width: number }): Piece[][] {
  const space = paper.widthOf(" ", { size });
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let end = 0;
  for (const word of wordsOf(paper, runs, size)) {
    if (line.length > 0 && end + space + word.width > width) {
      lines.push(line);
      line = [];
    }
    end = line.length === 0 ? 0 : end + space;
    for (const { text, bold, width: wide } of word.parts) {
      put(line, { text, bold, x: end });
      end += wide;
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** Adds a word to the piece before it when both have one weight, so that a line is few pieces of text in the file. */
function put(line: Piece[], piece: Piece): void {
  const last = line.at(-1);
  if (last === undefined || last.bold !== piece.bold) line.push(piece);
  else last.text += ` ${piece.text}`;
}

function wordsOf(paper: Paper, runs: readonly Run[], size: number): Word[] {
  const words: Word[] = [];
  let touches = false;
  for (const { text, bold } of runs) {
    for (const token of text.split(/(\s+)/)) {
      if (token === "") continue;
      if (/^\s+$/.test(token)) {
        touches = false;
        continue;
      }
      const part = { text: token, bold, width: paper.widthOf(token, { size, bold }) };
      const last = words.at(-1);
      if (touches && last !== undefined) attach(last, part);
      else words.push({ parts: [part], width: part.width });
      touches = true;
    }
  }
  return words;
}

function attach(word: Word, part: Part): void {
  const last = word.parts.at(-1);
  if (last === undefined || last.bold !== part.bold) word.parts.push(part);
  else {
    last.text += part.text;
    last.width += part.width;
  }
  word.width += part.width;
}
