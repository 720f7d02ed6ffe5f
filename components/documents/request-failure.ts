import { z } from "zod";

/** Why a request to the portal's own address came to nothing. */
export class RequestFailure extends Error {
  /** The portal's or the engine's code; null when the fault lies on the way (no connection, a cut answer). */
  readonly code: string | null;
  /** After how many seconds another try makes sense, when the answer said so. */
  readonly retryAfterSeconds: number | null;

  /** `sentence` is for the person and says what to do next. */
  constructor(sentence: string, { code = null, retryAfterSeconds = null }: { code?: string | null; retryAfterSeconds?: number | null } = {}, cause?: unknown) {
    super(sentence, { cause });
    this.name = "RequestFailure";
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What is said when nothing came back. */
export const UNREACHED = "The portal could not be reached. Check your connection and try again.";
const UNREADABLE = "Something went wrong on our side. Try again in a moment.";

const problem = z.object({ detail: z.string().min(1), code: z.string(), status: z.int(), requestId: z.string(), errors: z.array(z.object({ message: z.string() })).optional() });

/** The failure that a refused request's body (RFC 9457) tells of. `retryAfter` is the header's value, in seconds. */
export function failureOf(body: string, retryAfter: string | null): RequestFailure {
  const { data } = problem.safeParse(jsonOf(body));
  if (data === undefined) return new RequestFailure(UNREADABLE);
  const sentence = data.status >= 500 ? `${data.detail} (Request ${data.requestId})` : (fieldSentence(data.errors) ?? data.detail);
  return new RequestFailure(sentence, { code: data.code, retryAfterSeconds: retryAfter === null ? null : Number(retryAfter) || null });
}

/** The JSON of a text; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a form with a single field that a person chose, what does not fit says more than that something does not. */
function fieldSentence(errors: { message: string }[] | undefined): string | undefined {
  const [first] = errors ?? [];
  return first === undefined ? undefined : `The file or its name ${first.message}.`;
}

/** Whatever was thrown, as a failure a person can read. */
export function failureFrom(thrown: unknown): RequestFailure {
  return thrown instanceof RequestFailure ? thrown : new RequestFailure(UNREADABLE, {}, thrown);
}
