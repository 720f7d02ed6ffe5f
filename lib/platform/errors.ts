/**
 * The closed list of everything that can go wrong in a way a caller may see, with its HTTP status and a short title.
 * The codes are part of the HTTP contract: they are named in the OpenAPI file and never change their meaning.
 */
export const ERROR_CODES = {
  malformed_request: { status: 400, title: "The request could not be read" },
  credentials_conflict: { status: 400, title: "Two different credentials" },
  unauthorized: { status: 401, title: "Not signed in" },
  wrong_credential: { status: 403, title: "The wrong kind of credential" },
  forbidden: { status: 403, title: "Not allowed" },
  quota_reached: { status: 403, title: "A limit is reached" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "Conflict" },
  too_large: { status: 413, title: "Too large" },
  unsupported_type: { status: 415, title: "This type of file cannot be read" },
  content_mismatch: { status: 422, title: "The content is not what the name says" },
  range_not_satisfiable: { status: 416, title: "No such range" },
  validation_failed: { status: 422, title: "Some fields are not valid" },
  empty_file: { status: 422, title: "The file is empty" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  engine_unreachable: { status: 502, title: "The document engine does not answer" },
  unavailable: { status: 503, title: "Not ready yet" },
} as const satisfies Record<string, { status: number; title: string }>;

/** One of the codes of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** One field that did not fit: a dotted path into the request and a sentence about it. */
export interface FieldError {
  path: string;
  message: string;
}

/** What may accompany an error: the cause goes to the log only, the rest to the caller. */
export interface ErrorDetails {
  /** The underlying error; written to the log, never sent. */
  cause?: unknown;
  /** The fields that did not fit (422). */
  errors?: FieldError[];
  /** Seconds after which another try makes sense (429, 503). */
  retryAfterSeconds?: number;
}

/**
 * The only error that crosses a boundary of this product. `message` is the sentence for the person and says what to do
 * next; it never holds text of a document, SQL, a path or a secret.
 */
export class CitadelError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, sentence: string, details: ErrorDetails = {}) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "CitadelError";
    this.code = code;
    this.errors = details.errors;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** The HTTP status that belongs to the code. */
  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}

/** The one answer for whatever is absent or foreign: built here so that the two can never differ. */
export function notFound(): CitadelError {
  return new CitadelError("not_found", "There is nothing here. Check the address, or go back and start again from the list.");
}

/** Turns anything thrown into a {@link CitadelError}; what is unknown becomes `internal` with the original as its cause. */
export function toCitadelError(thrown: unknown): CitadelError {
  if (thrown instanceof CitadelError) return thrown;
  return new CitadelError("internal", "Something went wrong on our side. Try again in a moment; if it stays, send us the request id.", {
    cause: thrown,
  });
}
