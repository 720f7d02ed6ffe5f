import { streamOf } from "@/lib/platform/http/stream-of";

/** Texts, piece by piece, as UTF-8. */
export function textStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  return streamOf(encoded(pieces));
}

/** Values as one JSON list, written while they come. */
export function jsonList(values: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  return textStream(listed(values));
}

/** Values as JSON, one a line. */
export function jsonLines(values: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  return textStream(lined(values));
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece, "utf8");
}

async function* listed(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = "[";
  for await (const value of values) {
    yield before + JSON.stringify(value);
    before = ",\n";
  }
  yield before === "[" ? "[]" : "]";
}

async function* lined(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
