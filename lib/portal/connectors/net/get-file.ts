import "server-only";

import { type Dispatcher, fetch, type Response } from "undici";

import { ForbiddenAddressError } from "@/lib/portal/connectors/net/guarded-agent";

/** What came of a request, without following where it leads. */
export type Got =
  | { kind: "file"; bytes: Buffer; headers: Map<string, string> }
  | { kind: "unchanged" }
  | { kind: "moved"; to: string | null }
  | { kind: "status"; status: number }
  | { kind: "too-large" }
  /** No answer, a broken or an endless one: another try later may do better. */
  | { kind: "failed"; sentence: string }
  | { kind: "forbidden" };

/** A request and its bounds. */
export interface GetOptions {
  dispatcher: Dispatcher;
  headers?: Record<string, string>;
  /** More bytes than these (after decompression) are `too-large`. */
  maxBytes: number;
  /** For the whole of it, in ms: a body that drips never lasts longer. */
  maxMs: number;
  signal: AbortSignal;
  /** Looks at the answer's headers before its body is read; a result ends it there. */
  refuse?: (headers: Map<string, string>) => Got | null;
}

/** Gets one address within bounds. It throws only when `signal` is aborted. */
export async function getFile(url: string, { dispatcher, headers = {}, maxBytes, maxMs, signal, refuse }: GetOptions): Promise<Got> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), maxMs);
  try {
    const response = await fetch(url, { dispatcher, headers, redirect: "manual", signal: AbortSignal.any([signal, ending.signal]) });
    const got = await read(response, maxBytes, refuse);
    // What was not read to its end is let go of, with its connection.
    ending.abort();
    return got;
  } catch (thrown) {
    signal.throwIfAborted();
    if (forbiddenIn(thrown)) return { kind: "forbidden" };
    const sentence = ending.signal.aborted ? `It took longer than ${Math.round(maxMs / 1000)} seconds.` : failureOf(thrown);
    return { kind: "failed", sentence };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response: Response, maxBytes: number, refuse: GetOptions["refuse"]): Promise<Got> {
  const { status } = response;
  if (status === 304) return { kind: "unchanged" };
  if ([301, 302, 303, 307, 308].includes(status)) return { kind: "moved", to: response.headers.get("location") };
  if (status !== 200) return { kind: "status", status };
  const headers = new Map(response.headers);
  const refused = refuse?.(headers) ?? null;
  if (refused !== null) return refused;
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return { kind: "too-large" };
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > maxBytes) return { kind: "too-large" };
    parts.push(part);
  }
  return { kind: "file", bytes: Buffer.concat(parts), headers };
}

function forbiddenIn(thrown: unknown): boolean {
  if (thrown instanceof ForbiddenAddressError) return true;
  return thrown instanceof Error && thrown.cause !== undefined && forbiddenIn(thrown.cause);
}

function failureOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Its name is not known on the internet.";
  if (code === "ECONNREFUSED") return "Nothing answers at this address.";
  if (code.startsWith("UND_ERR_") && code.includes("TIMEOUT")) return "It did not answer in time.";
  if (code.includes("CERT") || code.includes("SSL") || code.includes("SIGNATURE")) return "Its certificate is not valid.";
  return "The connection broke off.";
}
