import "server-only";

/** A `fetch` that follows no redirect, and whose responses' bodies fail beyond so many bytes. */
export function boundedFetch(mostBytes: number): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await globalThis.fetch(input, { ...init, redirect: "error" });
    let bytes = 0;
    const bound = new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        bytes += part.length;
        if (bytes > mostBytes) throw new Error(`The answer has more than ${mostBytes} bytes.`);
        controller.enqueue(part);
      },
    });
    return new Response(response.body?.pipeThrough(bound) ?? null, { status: response.status, headers: response.headers });
  };
}
