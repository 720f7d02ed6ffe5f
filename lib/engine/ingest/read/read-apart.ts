import { resolve } from "node:path";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { type ReadLimits, ReaderProcess } from "@/lib/engine/ingest/read/apart/reader-process";
import type { Format } from "@/lib/engine/ingest/read/formats";
import { LONGEST_READ_MS, MOST_MEMORY_BYTES, RECOGNITION_MS } from "@/lib/engine/ingest/read/limits";

/** Where the build puts the reader process, from the folder the product is started in. */
export const READER_BUNDLE = ".build/reader.js";

/** How many readers wait for their next document; starting one takes longer than reading a short file. */
const MOST_RESTING = 2;

/** How long one waits, in ms. Each holds up to a quarter of a gigabyte, which the model beside it has a use for while a long document is indexed. */
const REST_MS = 5_000;

/** What a test may set differently. */
export interface ReadApartOptions extends Partial<ReadLimits> {
  /** Path of the bundled reader process. */
  bundle?: string;
  /** How long it waits for another document before it ends, in ms. */
  restMs?: number;
}

interface Resting {
  bundle: string;
  reader: ReaderProcess;
  /** Ends it. */
  timer: NodeJS.Timeout;
}

const resting: Resting[] = [];

/**
 * Reads a document in a process of its own, page by page as they are taken: whatever the file does to its parser (a crash,
 * an endless loop, a bomb) ends that process and nothing else. A process that ended a document well reads the next one.
 *
 * @throws DocumentError with the reader's code, or `timed_out`, `too_large`, `malformed`; the signal's reason on an abort
 */
export async function* readApart(bytes: Buffer, format: Format, signal?: AbortSignal, options: ReadApartOptions = {}): AsyncGenerator<ParsedPage> {
  signal?.throwIfAborted();
  const bundle = resolve(options.bundle ?? READER_BUNDLE);
  const limits = { milliseconds: options.milliseconds ?? LONGEST_READ_MS, memoryBytes: options.memoryBytes ?? MOST_MEMORY_BYTES };
  const reader = takeResting(bundle, limits) ?? new ReaderProcess(bundle, limits);
  const abort = () => reader.end();
  signal?.addEventListener("abort", abort);
  let finished = false;
  try {
    reader.start(bytes, format);
    for await (const page of pagesOf(reader, limits.milliseconds)) yield page;
    finished = true;
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  } finally {
    signal?.removeEventListener("abort", abort);
    if (finished && reader.reusable && resting.length < MOST_RESTING && options.memoryBytes === undefined) putToRest(bundle, reader, options.restMs ?? REST_MS);
    else reader.end();
  }
}

/** Ends the readers that wait for a document; the worker calls it when it stops. */
export function stopReaders(): void {
  for (const { reader, timer } of resting.splice(0)) {
    clearTimeout(timer);
    reader.end();
  }
}

async function* pagesOf(reader: ReaderProcess, milliseconds: number): AsyncGenerator<ParsedPage> {
  let left = milliseconds;
  let added = 0;
  for (;;) {
    const asked = performance.now();
    const message = await reader.next(left);
    left -= performance.now() - asked;
    if ("done" in message) return;
    if ("error" in message) throw new DocumentError(message.error.code, message.error.sentence);
    if (message.page.recognised === true && added < RECOGNITION_MS.document) {
      left += RECOGNITION_MS.page;
      added += RECOGNITION_MS.page;
    }
    yield message.page;
  }
}

/** Readers with other limits than the product's are made for their one document. */
function takeResting(bundle: string, limits: ReadLimits): ReaderProcess | undefined {
  if (limits.memoryBytes !== MOST_MEMORY_BYTES) return undefined;
  for (;;) {
    const at = resting.findIndex((entry) => entry.bundle === bundle);
    if (at === -1) return undefined;
    const [entry] = resting.splice(at, 1);
    clearTimeout(entry?.timer);
    if (entry?.reader.reusable === true) return entry.reader;
  }
}

function putToRest(bundle: string, reader: ReaderProcess, restMs: number): void {
  reader.rest();
  const end = () => {
    const at = resting.findIndex((entry) => entry.reader === reader);
    if (at !== -1) resting.splice(at, 1);
    reader.end();
  };
  resting.push({ bundle, reader, timer: setTimeout(end, restMs).unref() });
}
