import "server-only";

import { withProject } from "@/lib/engine/database";
import { advance, type Attempt } from "@/lib/engine/ingest/attempt";
import { createChunker } from "@/lib/engine/ingest/chunk/chunker";
import { malformed, noText } from "@/lib/engine/ingest/document-error";
import type { ChunkDraft, ParsedPage } from "@/lib/engine/ingest/parsed";
import { FORMAT_NAMES, FORMATS } from "@/lib/engine/ingest/read/formats";
import { readApart } from "@/lib/engine/ingest/read/read-apart";
import { storePages } from "@/lib/engine/ingest/store-pages";

/** Pages are stored together up to this many, or this many UTF-16 units of text. */
const BATCH = { pages: 25, length: 500_000 };

/** What reading a document gave. */
export interface Extracted {
  pageCount: number;
  drafts: ChunkDraft[];
}

/**
 * Reads the pages of a version's file in the reader's process and stores them as they come.
 *
 * @throws DocumentError what the reader says, or `no_text`; Overtaken; the signal's reason
 */
export async function extractPages(attempt: Attempt, bytes: Buffer, signal: AbortSignal): Promise<Extracted> {
  const { contentType, documentName } = attempt.version;
  const format = FORMAT_NAMES.find((name) => FORMATS[name].contentType === contentType);
  if (format === undefined) throw malformed();
  const chunker = createChunker(documentName);
  const extracted: Extracted = { pageCount: 0, drafts: [] };
  let batch: ParsedPage[] = [];
  for await (const page of readApart(bytes, format, signal)) {
    batch.push(page);
    extracted.pageCount += 1;
    extracted.drafts.push(...chunker.add(page));
    if (isFull(batch)) {
      await storeBatch(attempt, batch, extracted.pageCount);
      batch = [];
    }
  }
  if (extracted.drafts.length === 0) throw noText();
  if (batch.length > 0) await storeBatch(attempt, batch, extracted.pageCount);
  return extracted;
}

function isFull(batch: readonly ParsedPage[]): boolean {
  return batch.length >= BATCH.pages || batch.reduce((length, { text }) => length + text.length, 0) >= BATCH.length;
}

async function storeBatch(attempt: Attempt, pages: readonly ParsedPage[], pageCount: number): Promise<void> {
  const { scope, versionId } = attempt.version;
  await withProject(scope, async (tx) => {
    await advance(tx, attempt, { status: "extracting", progressDone: pageCount, pageCount });
    await storePages(tx, scope, versionId, pages);
  });
}
