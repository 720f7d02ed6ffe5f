import { LiteParse, type ParseBatch } from "@llamaindex/liteparse";

import { encrypted, malformed, tooManyPages } from "@/lib/engine/ingest/document-error";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { MOST_PAGES } from "@/lib/engine/ingest/read/limits";
import { Orientation } from "@/lib/engine/ingest/read/ocr/upright";
import { BodySize } from "@/lib/engine/ingest/read/pdf/headings";
import { vocabularyOf } from "@/lib/engine/ingest/read/pdf/hyphens";
import { layOutPage, type PageRuns } from "@/lib/engine/ingest/read/pdf/lay-out-page";
import { remarksOf } from "@/lib/engine/ingest/read/pdf/remarks";
import { RunningLines } from "@/lib/engine/ingest/read/pdf/running-lines";
import { mayBeScan, recognisePage } from "@/lib/engine/ingest/read/pdf/scanned-page";
import { textRuns } from "@/lib/engine/ingest/read/pdf/text-run";
import type { Reader } from "@/lib/engine/ingest/read/reader";

/** Pages in memory at a time; also how many are compared to find running heads. */
const BATCH_PAGES = 25;
/** Pages drawn at the same time. */
const AT_ONCE = 2;

/** A PDF page by page: lines with their boxes, columns in reading order, rows of tables, headings by size and weight. */
export const readPdf: Reader = async function* (bytes): AsyncGenerator<ParsedPage> {
  const running = new RunningLines();
  const body = new BodySize();
  const orientation = new Orientation();
  for await (const batch of batchesOf(bytes)) {
    if (batch.totalPages > MOST_PAGES) throw tooManyPages();
    const pages = runsOf(batch);
    const note = ({ runs, height }: PageRuns) => {
      running.note(runs, height);
      body.note(runs);
    };
    pages.forEach(note);
    const vocabulary = vocabularyOf(pages.flatMap(({ runs }) => runs.map((run) => run.text)));
    for await (const page of withScans(bytes, pages, orientation)) {
      if (page.recognised === true) note(page);
      const aside = page.runs.filter((run) => running.has(run, page.height));
      const runs = page.runs.filter((run) => !aside.includes(run));
      yield layOutPage({ ...page, runs }, aside, { bodySize: body.on(runs), vocabulary });
    }
  }
};

/** The pages in order; those that are pictures with the words that are recognised on them, the next one begun while one is taken. */
async function* withScans(bytes: Buffer, pages: readonly PageRuns[], orientation: Orientation): AsyncGenerator<PageRuns> {
  const begun: (PageRuns | Promise<PageRuns>)[] = [];
  for (const index of pages.keys()) {
    for (const page of pages.slice(begun.length, index + AT_ONCE)) begun.push(mayBeScan(page) ? recognisePage(bytes, page, orientation) : page);
    const page = await begun[index];
    if (page !== undefined) yield page;
  }
}

async function* batchesOf(bytes: Buffer): AsyncGenerator<ParseBatch> {
  const parser = new LiteParse({ ocrEnabled: false, quiet: true, extractLinks: false, extractAnnotations: true, keepHeadersFooters: true, continueOnPageError: true, numWorkers: 1, maxPages: MOST_PAGES + 1 });
  try {
    yield* parser.parseBatches(bytes, { batchSize: BATCH_PAGES });
  } catch (cause) {
    throw /password/i.test(cause instanceof Error ? cause.message : "") ? encrypted(cause) : malformed(cause);
  }
}

/** Pages that could not be read stay in the count, without text, so that page numbers stay right. */
function runsOf({ startPage, endPage, result }: ParseBatch): PageRuns[] {
  const pages: PageRuns[] = [];
  for (let page = startPage; page <= endPage; page += 1) {
    const parsed = result.pages.find((candidate) => candidate.pageNum === page);
    pages.push({ page, width: parsed?.width ?? 0, height: parsed?.height ?? 0, runs: textRuns(parsed?.textItems ?? []), remarks: remarksOf(parsed?.annotations) });
  }
  return pages;
}
