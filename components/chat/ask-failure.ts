import { z } from "zod";

/** Why no answer came, in words for the person. */
export interface Failure {
  /** A sentence that says what to do next. */
  message: string;
  /** The engine's or the portal's own code; null when the fault lies on the way (no connection, a cut stream). */
  code: string | null;
  /** For the person to send to support, when the fault is ours. */
  requestId: string | null;
}

/** Thrown by whatever asks: carries the {@link Failure}. */
export class AskFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.name = "AskFailure";
    this.failure = failure;
  }
}

const problem = z.object({ detail: z.string().min(1), code: z.string(), status: z.int(), requestId: z.string() });

const OURS = "Something went wrong on our side. Try again in a moment.";

/** What a problem (RFC 9457) says, or a sentence of our own for anything that is none. */
export function failureOf(body: unknown): Failure {
  const { success, data } = problem.safeParse(body);
  if (!success) return onTheWay(OURS);
  return { message: data.detail, code: data.code, requestId: data.status >= 500 ? data.requestId : null };
}

/** A fault that no problem describes. */
export function onTheWay(message: string): Failure {
  return { message, code: null, requestId: null };
}
