import type { DocumentErrorCode } from "@/lib/engine/contract";
import { MOST_PAGES } from "@/lib/engine/ingest/read/limits";

/**
 * Why one document could not be read. `code` is one of the contract's closed list; `message` is the sentence for the
 * customer and says what to do next. The original error, if any, is the `cause` and goes to the log alone.
 */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** A document in which no reader finds a character. */
export function noText(): DocumentError {
  return new DocumentError("no_text", "There is no text in this file, and none could be recognised in its pictures. Upload a sharper scan, or a version that has text in it.");
}

/** A file whose structure is broken. `cause` is what the reader said. */
export function malformed(cause?: unknown): DocumentError {
  return new DocumentError("malformed", "This file is damaged and cannot be opened. Save it again in the program it comes from and upload the new file.", cause);
}

/** A file that opens with a password only. */
export function encrypted(cause?: unknown): DocumentError {
  return new DocumentError("encrypted", "This file is protected by a password. Save it without the password and upload it again.", cause);
}

/** A file whose first bytes are of another type than its name says. `claimed` is what the name says, as in "a PDF". */
export function contentMismatch(claimed: string): DocumentError {
  return new DocumentError("content_mismatch", `The name says that this is ${claimed}, but the content is something else. Give the file its right ending or save it again, then upload it.`);
}

/** A file that unpacks to more than one document may need: `what` names the limit that it breaks. */
export function tooLarge(what: string): DocumentError {
  return new DocumentError("too_large", `This file is too large to read: ${what}. Split it into smaller files and upload those.`);
}

/** A document with more pages than one may have. */
export function tooManyPages(): DocumentError {
  return tooLarge(`it has more than ${MOST_PAGES.toLocaleString("en")} pages`);
}

/** A file that takes longer to read than one document may. */
export function timedOut(): DocumentError {
  return new DocumentError("timed_out", "Reading this file took too long. Split it into smaller files, or save it again in a simpler form, and upload those.");
}
