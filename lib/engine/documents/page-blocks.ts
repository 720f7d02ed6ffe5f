import { z } from "zod";

import { type PageBlock, pageBlockSchema } from "@/lib/engine/contract";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";

/** A block as it is stored: its text is the slice of the page's text that `start` and `end` name. */
const storedBlock = pageBlockSchema.omit({ text: true });
const storedBlocks = z.array(storedBlock);

/** A page's located pieces, as stored: a line with its box where the format has a layout, a whole block elsewhere. */
export function storedBlocksOf({ blocks }: ParsedPage): z.output<typeof storedBlocks> {
  return blocks.flatMap(({ kind, level, lines }) =>
    lines.map(({ start, end, bbox }) => ({ kind, start, end, bbox, ...(level === undefined ? {} : { level }) })),
  );
}

/** The blocks of a page's row with their text. */
export function readStoredBlocks(stored: unknown, text: string): PageBlock[] {
  return storedBlocks.parse(stored).map((block) => ({ ...block, text: text.slice(block.start, block.end) }));
}
