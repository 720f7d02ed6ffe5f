/**
 * A stream of what an iteration gives, read as it is asked for; a stream that is cancelled ends the iteration.
 * (`ReadableStream.from` does the same, but is not in every library that types it.)
 */
export function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
