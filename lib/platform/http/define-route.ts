import "server-only";

import type { z } from "zod";

import { errorTrace } from "@/lib/platform/error-trace";
import { notFound, toCitadelError } from "@/lib/platform/errors";
import { matchPath } from "@/lib/platform/http/match-path";
import { problemResponse } from "@/lib/platform/http/problem";
import { type RateLimiter, rateLimited, type RateLimitHeaders } from "@/lib/platform/http/rate-limit";
import { discardBody, readJson } from "@/lib/platform/http/read-body";
import { type AnyReply, respond } from "@/lib/platform/http/respond";
import type { Reply, ResponseShape, Route, RouteContract } from "@/lib/platform/http/route-contract";
import { validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

/** Who may call a route, and how the caller is recognised. */
export interface Guard<Caller> {
  /** Name of the credential in the OpenAPI file; null when none is wanted. */
  credential: string | null;
  /** Recognises the caller, or throws a CitadelError. `params` are the path's raw values. */
  authenticate(request: Request, params: Readonly<Record<string, string>>): Promise<Caller>;
  /** Whose requests count together; without it nothing is counted. Unspoken: the answer's headers do not say where the caller stands. */
  rate?: { limiter: RateLimiter; bucketOf(caller: Caller): string; unspoken?: true };
}

/** What a handler is given: everything that has been recognised and validated. */
export interface RouteCall<Caller, Params, Query, Body> {
  caller: Caller;
  params: Params;
  query: Query;
  body: Body;
  /** The request itself, for bodies that are streamed and for its abort signal. */
  request: Request;
  requestId: string;
}

/** What a schema reads, and undefined where there is no schema. */
export type Parsed<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A contract with its handler, which answers by a status of the contract, or by a Response for what is not JSON. */
export interface RouteDefinition<
  Caller,
  Params extends z.ZodObject | undefined,
  Query extends z.ZodObject | undefined,
  Body extends z.ZodType | undefined,
  Responses extends Readonly<Record<number, ResponseShape>>,
> extends RouteContract {
  params?: Params;
  query?: Query;
  body?: Body;
  responses: Responses;
  handle(call: RouteCall<Caller, Parsed<Params>, Parsed<Query>, Parsed<Body>>): Promise<Reply<NoInfer<Responses>> | Response>;
}

/**
 * Makes a route of a guard and a definition. In this order: the path, the caller, the caller's rate, the parameters (one
 * that is no id at all is `not_found`), the query, the body, the handler, the answer's own schema. Whatever is thrown becomes
 * a problem; every response carries the request's id, and every request leaves one line in the log.
 */
export function defineRoute<
  Caller,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  const Responses extends Readonly<Record<number, ResponseShape>> = Readonly<Record<number, ResponseShape>>,
>(guard: Guard<Caller>, definition: RouteDefinition<Caller, Params, Query, Body, Responses>): Route {
  const name = `${definition.method} ${definition.path}`;
  const run = async (request: Request, requestId: string, rateHeaders: Partial<RateLimitHeaders>): Promise<AnyReply | Response> => {
    const url = new URL(request.url);
    const values = matchPath(definition.path, url.pathname);
    if (values === undefined) throw notFound();
    const caller = await guard.authenticate(request, values);
    if (guard.rate !== undefined) countRequest(guard.rate.limiter, guard.rate.bucketOf(caller), guard.rate.unspoken ? {} : rateHeaders);
    return definition.handle({
      caller,
      params: readParams(definition.params, values),
      query: read(definition.query, Object.fromEntries(url.searchParams)),
      body: read(definition.body, definition.body === undefined ? undefined : await readJson(request)),
      request,
      requestId,
    });
  };
  const handle = async (request: Request): Promise<Response> => {
    const requestId = newId("req");
    const started = performance.now();
    const rateHeaders: Partial<RateLimitHeaders> = {};
    const response = await answer(request, name, requestId, async () => respond(definition, await run(request, requestId, rateHeaders)));
    if (!response.ok) await discardBody(request);
    response.headers.set("x-request-id", requestId);
    for (const [header, value] of Object.entries(rateHeaders)) response.headers.set(header, value);
    log.info({ requestId, route: name, status: response.status, ms: Math.round(performance.now() - started) }, "request");
    return response;
  };
  return { contract: definition, credential: guard.credential, handle };
}

/** The status that web servers log for a caller who went away before the answer; nobody is left to read it. */
const CALLER_GONE = 499;

async function answer(request: Request, route: string, requestId: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (request.signal.aborted) return new Response(null, { status: CALLER_GONE });
    const error = toCitadelError(thrown);
    if (error.status >= 500) log.error({ requestId, route, code: error.code, error: errorTrace(error) }, "request failed");
    return problemResponse(error, requestId);
  }
}

function countRequest(limiter: RateLimiter, caller: string, headers: Partial<RateLimitHeaders>): void {
  const taken = limiter.take(caller);
  Object.assign(headers, taken.headers);
  if (!taken.allowed) throw rateLimited(taken.retryAfterSeconds);
}

/** An id that cannot be one names nothing. */
function readParams<Params extends z.ZodObject | undefined>(schema: Params | undefined, values: Record<string, string>): Parsed<Params> {
  if (schema?.safeParse(values).success === false) throw notFound();
  return read(schema, values);
}

function read<Schema extends z.ZodType | undefined>(schema: Schema | undefined, value: unknown): Parsed<Schema>;
function read(schema: z.ZodType | undefined, value: unknown): unknown {
  return schema === undefined ? undefined : validated(schema, value);
}
