import { pdfjs } from "react-pdf";

import { failureOf, UNREACHED } from "@/components/documents/request-failure";

/** What is read first: most often all that a document's table of contents and its first page need, in bytes. */
const FIRST_BYTES = 131_072;
const CHANGED = "This document has been replaced while you were reading it. Load it again to see the new version.";

/** Tells that the original cannot be read, in a sentence for the person. */
export type OnUnreadable = (sentence: string) => void;

interface Piece {
  bytes: Uint8Array;
  /** Of the whole original. */
  total: number;
  /** Of the version the bytes are from. */
  etag: string | null;
}

/**
 * An original as pdf.js reads it: piece by piece, only what the pages that are looked at need. All pieces are of one version; when
 * the document is replaced in between, that is said instead of mixing two files.
 */
export class OriginalRanges extends pdfjs.PDFDataRangeTransport {
  readonly #url: string;
  readonly #etag: string | null;
  readonly #unreadable: OnUnreadable;
  readonly #stop = new AbortController();

  constructor(url: string, first: Piece, unreadable: OnUnreadable) {
    super(first.total, first.bytes, first.bytes.length === first.total);
    this.#url = url;
    this.#etag = first.etag;
    this.#unreadable = unreadable;
  }

  override requestDataRange(begin: number, end: number): void {
    readPiece(this.#url, begin, end, this.#stop.signal).then(
      ({ bytes, etag }) => {
        if (etag === this.#etag) this.onDataRange(begin, bytes);
        else this.#unreadable(CHANGED);
      },
      (thrown: unknown) => {
        if (!this.#stop.signal.aborted) this.#unreadable(sentenceOf(thrown));
      },
    );
  }

  override abort(): void {
    this.#stop.abort();
  }
}

/** Begins to read an original. Throws an `Error` whose message is for the person, or the signal's reason. */
export async function openOriginal(url: string, signal: AbortSignal, unreadable: OnUnreadable): Promise<OriginalRanges> {
  return new OriginalRanges(url, await readPiece(url, 0, FIRST_BYTES, signal), unreadable);
}

/** What is said of something thrown on the way. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof UnreadableOriginal ? thrown.message : "This PDF could not be shown here. Download the original to read it.";
}

class UnreadableOriginal extends Error {}

async function readPiece(url: string, begin: number, end: number, signal: AbortSignal): Promise<Piece> {
  const { response, body } = await reached(url, { headers: { range: `bytes=${begin}-${end - 1}` }, signal, cache: "no-store" });
  if (!response.ok) throw new UnreadableOriginal(failureOf(new TextDecoder().decode(body), null).message);
  const total = Number(/\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? body.length);
  return { bytes: body, total, etag: response.headers.get("etag") };
}

async function reached(url: string, init: RequestInit): Promise<{ response: Response; body: Uint8Array }> {
  try {
    const response = await fetch(url, init);
    return { response, body: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new UnreadableOriginal(UNREACHED, { cause });
  }
}
