import { CitadelError } from "@/lib/platform/errors";
import type { RouteContract } from "@/lib/platform/http/route-contract";

/** A JSON answer before its schema has seen it. */
export interface AnyReply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * The response for what a handler returned. A body passes through its schema, which leaves out every field the contract
 * does not name.
 *
 * @throws CitadelError `internal` when the answer is not what the contract promises
 */
export function respond(contract: RouteContract, reply: AnyReply | Response): Response {
  // A copy, for the headers of a response made by fetch cannot be changed.
  if (reply instanceof Response) return new Response(reply.body, reply);
  const shape = contract.responses[reply.status];
  if (shape === undefined) throw brokenPromise(contract, new Error(`No answer ${reply.status} is described.`));
  // Not compressed: for answers of a few kB that costs more than it saves, and what is secret should not meet a stranger's words in one stream.
  const headers = new Headers({ "cache-control": "no-store, no-transform", "x-content-type-options": "nosniff", ...reply.headers });
  if (shape.schema === undefined) return new Response(null, { status: reply.status, headers });
  const result = shape.schema.safeParse(reply.body);
  if (!result.success) throw brokenPromise(contract, result.error);
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(result.data), { status: reply.status, headers });
}

function brokenPromise({ method, path }: RouteContract, cause: Error): CitadelError {
  cause.name = `${method} ${path} broke its contract`;
  return new CitadelError("internal", "Something went wrong on our side. Try again in a moment; if it stays, send us the request id.", { cause });
}
