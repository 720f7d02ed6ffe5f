import { z } from "zod";

import { type CitadelError, ERROR_CODES, type ErrorCode } from "@/lib/platform/errors";

/** Media type of RFC 9457. */
export const PROBLEM_TYPE = "application/problem+json";

/** What an error looks like on the wire: RFC 9457 with the closed code and the request's id. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(ERROR_CODES)),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** A problem as it is sent. */
export type Problem = z.output<typeof problemSchema>;

/** The problem that tells a caller about an error. Nothing of the error's cause stands in it. */
export function problemOf(error: CitadelError, requestId: string): Problem {
  return {
    type: `urn:citadel:problem:${error.code}`,
    title: ERROR_CODES[error.code].title,
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
  };
}

/** The response that carries {@link problemOf}. */
export function problemResponse(error: CitadelError, requestId: string, headers: HeadersInit = {}): Response {
  const sent = new Headers(headers);
  sent.set("content-type", PROBLEM_TYPE);
  sent.set("cache-control", "no-store");
  sent.set("x-content-type-options", "nosniff");
  if (error.retryAfterSeconds !== undefined) sent.set("retry-after", String(error.retryAfterSeconds));
  if (error.code === "unauthorized") sent.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problemOf(error, requestId)), { status: error.status, headers: sent });
}

/** Whether a text is one of the closed codes. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
