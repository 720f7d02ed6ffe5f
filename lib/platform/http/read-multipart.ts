import "server-only";

import { pipeline } from "node:stream/promises";

import busboy from "busboy";

import { CitadelError } from "@/lib/platform/errors";
import { invalid } from "@/lib/platform/http/validated";

/** What a form with one file held. */
export interface MultipartForm<Received> {
  /** The text fields; of several with one name the last. */
  fields: Record<string, string>;
  /** What {@link FileReceiver.receive} made of the file, and the name the sender gave it; undefined when there was none. */
  file: { name: string; received: Received } | undefined;
}

/** What is known of a form when its file begins. */
export interface FormSoFar {
  /** The text fields that stand before the file. */
  fields: Readonly<Record<string, string>>;
  /** The name the sender gave the file; empty when there is none. */
  fileName: string;
}

/** Who takes the file. */
export interface FileReceiver<Received> {
  /** Reads the file to its end, while the request is still coming in. */
  receive(body: AsyncIterable<Uint8Array>, soFar: FormSoFar): Promise<Received>;
  /** Called when the rest of the form turns out to be broken: what was received is not wanted. */
  discard(received: Received): Promise<void>;
}

/** The field that holds the file. */
const FILE_FIELD = "file";
const LIMITS = { fields: 20, fieldSize: 16 * 1024, parts: 40 };

/**
 * Reads a multipart form whose `file` is streamed, never held. Text fields may stand before or after it.
 *
 * @throws CitadelError `validation_failed` when it is no such form, `malformed_request` when it breaks off, and whatever
 * the receiver throws
 */
export async function readMultipart<Received>(request: Request, receiver: FileReceiver<Received>): Promise<MultipartForm<Received>> {
  const parser = parserFor(request);
  const fields: Record<string, string> = {};
  let fileName = "";
  let receiving: Promise<Received> | undefined;
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (field, stream, info) => {
    // Whoever reads the stream is told; once nobody does, an error of it must not end the process.
    stream.on("error", () => undefined);
    if (field !== FILE_FIELD || receiving !== undefined) {
      stream.resume();
      return;
    }
    fileName = info.filename ?? "";
    receiving = receiver.receive(stream, { fields: { ...fields }, fileName });
    receiving.catch((cause: unknown) => parser.destroy(cause instanceof Error ? cause : new Error("The file could not be received.")));
  });
  try {
    await pipeline(request.body ?? [], parser);
  } catch (cause) {
    await giveUp(receiving, receiver);
    throw cause instanceof CitadelError ? cause : new CitadelError("malformed_request", "The upload broke off. Send it again.", { cause });
  }
  const received = await receiving;
  return { fields, file: received === undefined ? undefined : { name: fileName, received } };
}

function parserFor(request: Request): busboy.Busboy {
  try {
    return busboy({ headers: Object.fromEntries(request.headers), defParamCharset: "utf8", preservePath: true, limits: LIMITS });
  } catch {
    throw invalid([{ path: FILE_FIELD, message: "must be sent as multipart/form-data" }]);
  }
}

async function giveUp<Received>(receiving: Promise<Received> | undefined, receiver: FileReceiver<Received>): Promise<void> {
  try {
    if (receiving !== undefined) await receiver.discard(await receiving);
  } catch {
    // It was not received, so there is nothing to discard: the error that ended the form is the one that counts.
  }
}
