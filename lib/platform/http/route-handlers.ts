import "server-only";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { problemResponse } from "@/lib/platform/http/problem";
import type { Method, Route } from "@/lib/platform/http/route-contract";
import { newId } from "@/lib/platform/ids";

/** From a request to its response. */
export type Handler = (request: Request) => Promise<Response>;

/** The exports of one route file: the given routes of one path, and a 405 problem for every other method. */
export function routeHandlers(...routes: Route[]): Record<Method, Handler> {
  const allow = routes.map(({ contract }) => contract.method).join(", ");
  return handlersFor((method) => routes.find(({ contract }) => contract.method === method)?.handle ?? (() => refuse(notAllowed(allow), { allow })));
}

/** The exports of a route file behind whose path there is nothing: the same 404 as for anything absent, whatever the method. */
export function nothingHere(): Record<Method, Handler> {
  return handlersFor(() => () => refuse(notFound()));
}

function handlersFor(choose: (method: Method) => Handler): Record<Method, Handler> {
  return { GET: choose("GET"), POST: choose("POST"), PUT: choose("PUT"), PATCH: choose("PATCH"), DELETE: choose("DELETE") };
}

function notAllowed(allow: string): CitadelError {
  return new CitadelError("method_not_allowed", `This address answers ${allow} only.`);
}

function refuse(error: CitadelError, headers: Record<string, string> = {}): Promise<Response> {
  const requestId = newId("req");
  return Promise.resolve(problemResponse(error, requestId, { ...headers, "x-request-id": requestId }));
}
