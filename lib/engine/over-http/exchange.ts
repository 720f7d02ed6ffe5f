import "server-only";

import { z } from "zod";

import { CitadelError } from "@/lib/platform/errors";
import { isErrorCode } from "@/lib/platform/http/problem";

/** Another engine's address and the credential it is spoken to with. */
export interface Remote {
  /** Without a trailing slash. */
  baseUrl: string;
  credential: string;
}

/** What is sent in one exchange. */
export interface Outgoing {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, streamed. */
  stream?: { contentType: string; body: ReadableStream<Uint8Array> };
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Until the answer's headers, in ms. */
  patienceMs?: number;
}

/** How long an engine may think before it begins to answer, in ms. */
const PATIENCE_MS = 60_000;

/**
 * Sends one request and returns the answer of a success.
 *
 * @throws CitadelError with the code of the engine's problem; `engine_unreachable` when there is no answer, or none that
 * can be understood; the caller's abort reason
 */
export async function exchange(remote: Remote, outgoing: Outgoing): Promise<Response> {
  const { signal } = outgoing;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), outgoing.patienceMs ?? PATIENCE_MS);
  let response: Response;
  try {
    response = await fetch(urlOf(remote, outgoing), {
      ...requestOf(remote, outgoing),
      signal: signal === undefined ? patience.signal : AbortSignal.any([signal, patience.signal]),
      redirect: "error",
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw unreachable(cause);
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}

/** The JSON answer of {@link exchange}, as its schema reads it. */
export async function exchangeJson<Schema extends z.ZodType>(remote: Remote, outgoing: Outgoing, schema: Schema): Promise<z.output<Schema>> {
  return readAnswer(await exchange(remote, outgoing), schema);
}

/** A response's JSON, as its schema reads it. Throws CitadelError `engine_unreachable` for anything else. */
export async function readAnswer<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
  try {
    return schema.parse(await response.json());
  } catch (cause) {
    throw unreachable(cause);
  }
}

/** The error for an engine that gives no answer, or none that can be understood. */
export function unreachable(cause: unknown): CitadelError {
  return new CitadelError("engine_unreachable", "The document engine does not answer. Try again in a moment; if it stays, tell your administrator.", { cause });
}

const problemShape = z.object({ code: z.string(), detail: z.string(), errors: z.array(z.object({ path: z.string(), message: z.string() })).optional() });

/** The error that a problem tells of; `engine_unreachable` when it is none. */
export function errorOf(problem: unknown, retryAfterSeconds?: number): CitadelError {
  const { success, data } = problemShape.safeParse(problem);
  if (!success || !isErrorCode(data.code)) return unreachable(new Error("The engine answered with an error that is not in the contract."));
  return new CitadelError(data.code, data.detail, {
    ...(data.errors === undefined ? {} : { errors: data.errors }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

async function problemFrom(response: Response): Promise<CitadelError> {
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  try {
    return errorOf(await response.json(), Number.isNaN(retryAfter) ? undefined : retryAfter);
  } catch (cause) {
    return unreachable(cause);
  }
}

function urlOf({ baseUrl }: Remote, { path, query = {} }: Outgoing): URL {
  const url = new URL(baseUrl + path);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function requestOf({ credential }: Remote, { method, json, stream, headers }: Outgoing): RequestInit {
  const sent = { authorization: `Bearer ${credential}`, ...headers };
  if (json !== undefined) return { method, headers: { ...sent, "content-type": "application/json" }, body: JSON.stringify(json) };
  if (stream === undefined) return { method, headers: sent };
  // "half" is what fetch wants to hear before it sends a body as it comes.
  const init: RequestInit & { duplex: "half" } = { method, headers: { ...sent, "content-type": stream.contentType }, body: stream.body, duplex: "half" };
  return init;
}
