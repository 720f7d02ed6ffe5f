import type { ChatAnswer } from "@/lib/engine/contract";

/** An answer as text for the clipboard: with its label, and its sources by their numbers. */
export function answerCopy({ answer, label, citations }: ChatAnswer): string {
  const sources = citations.map(({ index, documentName, page, quote }) => `[${index}] ${documentName}, page ${page}: “${quote.replace(/\s+/g, " ").trim()}”`);
  return [answer, ...(sources.length === 0 ? [] : [[label, ...sources].filter((line) => line !== null).join("\n")])].join("\n\n");
}
