import { CitadelError } from "@/lib/platform/errors";

/** The most bytes of a JSON body, unless a route says otherwise. */
export const JSON_LIMIT_BYTES = 256 * 1024;

/** Up to this many bytes of a refused body are read and thrown away. */
const MOST_DISCARDED_BYTES = 4 * 1024 * 1024;

/**
 * A request's JSON body. An absent body reads as undefined.
 *
 * @throws CitadelError `too_large`, `malformed_request`
 */
export async function readJson(request: Request, limitBytes = JSON_LIMIT_BYTES): Promise<unknown> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new CitadelError("malformed_request", "The body is not valid JSON. Mend it and send it again.", { cause });
  }
}

async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (announcedBytes(request) > MOST_DISCARDED_BYTES) throw tooLargeBody(limitBytes);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bodyParts(request)) {
    length += part.length;
    if (length > MOST_DISCARDED_BYTES) break;
    if (length <= limitBytes) parts.push(part);
  }
  if (length > limitBytes) throw tooLargeBody(limitBytes);
  return Buffer.concat(parts);
}

/**
 * Reads what is left of a refused request's body, if it is not too much: a caller that is still sending would otherwise
 * see its connection break instead of the answer.
 */
export async function discardBody(request: Request): Promise<void> {
  if (request.body === null || request.bodyUsed || announcedBytes(request) > MOST_DISCARDED_BYTES) return;
  let length = 0;
  try {
    for await (const part of bodyParts(request)) {
      length += part.length;
      if (length > MOST_DISCARDED_BYTES) return;
    }
  } catch {
    // The caller has stopped sending; the refusal it gets says enough.
  }
}

async function* bodyParts(request: Request): AsyncGenerator<Uint8Array> {
  try {
    if (request.body !== null) yield* request.body;
  } catch (cause) {
    throw new CitadelError("malformed_request", "The body broke off. Send the request again.", { cause });
  }
}

function announcedBytes(request: Request): number {
  return Number(request.headers.get("content-length") ?? 0);
}

function tooLargeBody(limitBytes: number): CitadelError {
  return new CitadelError("too_large", `The body is larger than ${Math.floor(limitBytes / 1024)} KiB. Send a shorter one.`);
}
