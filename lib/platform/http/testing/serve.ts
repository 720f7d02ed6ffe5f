import "server-only";

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Handler } from "@/lib/platform/http/route-handlers";

/** A server for a test. */
export interface TestServer {
  /** Without a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/** Starts an HTTP server on a free port that answers with a handler; bodies are streamed both ways, and a client that goes away aborts the request's signal. */
export async function serve(handle: Handler): Promise<TestServer> {
  const server = createServer((incoming, outgoing) => void relay(handle, incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function relay(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await handle(requestOf(incoming, gone.signal));
  // The product's web server leaves this one out as well.
  response.headers.delete("content-length");
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  try {
    await pipeline(response.body ?? [], outgoing);
  } catch {
    // The client went away in the middle: the pipeline has ended the body.
  }
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, [value ?? ""].flat().join(", "));
  const hasBody = incoming.method !== "GET" && incoming.method !== "DELETE";
  const init: RequestInit & { duplex: "half" } = { method: incoming.method ?? "GET", headers, signal, duplex: "half", body: hasBody ? bodyOf(incoming) : null };
  return new Request(`http://${incoming.headers.host ?? "localhost"}${incoming.url ?? "/"}`, init);
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const parts = Readable.from(incoming)[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address;
}
