import type { DocumentPage, PageBlock } from "@/lib/engine/contract";

/** A piece of a page as a reader sees it: printed lines of one paragraph are one piece. */
export interface Piece {
  kind: PageBlock["kind"];
  text: string;
}

/** A stretch of a page under one heading. */
export interface Section {
  /** Null before the first heading. */
  heading: string | null;
  pieces: Piece[];
}

/** The sections of a page, in order. */
export function sectionsOf(page: Pick<DocumentPage, "text" | "blocks">): Section[] {
  const sections: Section[] = [{ heading: null, pieces: [] }];
  for (const piece of piecesOf(page)) {
    if (piece.kind === "heading") sections.push({ heading: piece.text, pieces: [] });
    else sections.at(-1)?.pieces.push(piece);
  }
  return sections;
}

function piecesOf({ text, blocks }: Pick<DocumentPage, "text" | "blocks">): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const block of blocks) {
    const last = pieces.at(-1);
    const goesOn = last?.kind === block.kind && (block.kind === "paragraph" || block.kind === "heading") && !/\n\s*\n/.test(text.slice(end, block.start));
    if (goesOn && pieces.length > 0) last.text += ` ${plain(block.text)}`;
    else pieces.push({ kind: block.kind, text: plain(block.text) });
    end = block.end;
  }
  return pieces.filter((piece) => piece.text !== "");
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-*•–]\s+/, "");
}

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}"“])/u).map((sentence) => sentence.trim());
}
