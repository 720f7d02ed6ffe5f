import { z } from "zod";

import { documentErrorCode } from "@/lib/engine/contract";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";

const offset = z.int().min(0);

const line = z.object({ start: offset, end: offset, bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable() });

const block = z.object({
  kind: z.enum(["heading", "paragraph", "list-item", "table-row", "code"]),
  level: z.int().min(1).max(6).optional(),
  start: offset,
  end: offset,
  lines: z.array(line),
  context: z.string().optional(),
});

const page = z.object({
  page: z.int().min(1),
  text: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  blocks: z.array(block),
  recognised: z.literal(true).optional(),
}) satisfies z.ZodType<ParsedPage>;

/**
 * What the reader process says: the pages of the document in order, then that it is done or why it failed. It is checked
 * as it comes in, because a parser that a file has taken over could say anything.
 */
export const readerMessage = z.union([
  z.object({ page }),
  z.object({ done: z.literal(true) }),
  z.object({ error: z.object({ code: documentErrorCode, sentence: z.string().max(500) }) }),
]);

/** One message of the reader process. */
export type ReaderMessage = z.output<typeof readerMessage>;
