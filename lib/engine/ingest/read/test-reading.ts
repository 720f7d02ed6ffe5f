import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import type { Format } from "@/lib/engine/ingest/read/formats";
import { readDocument } from "@/lib/engine/ingest/read/read-document";

/** For tests: all pages of a document, read to the end. */
export async function readPages(content: Buffer | string, format: Format): Promise<ParsedPage[]> {
  const pages: ParsedPage[] = [];
  for await (const page of readDocument(Buffer.from(content), format)) pages.push(page);
  return pages;
}

/** For tests: the blocks of pages as "kind: text {context}". */
export function shownBlocks(pages: readonly ParsedPage[]): string[] {
  return pages.flatMap(({ blocks, text }) =>
    blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}${block.context === undefined ? "" : ` {${block.context}}`}`),
  );
}

/** For tests: reads a document and shows its blocks. */
export async function readShown(content: Buffer | string, format: Format): Promise<string[]> {
  return shownBlocks(await readPages(content, format));
}
