import type { ErrorCode } from "@/lib/platform/errors";

/** Why an action did nothing, in words for the person. */
export interface ActionError {
  code: ErrorCode;
  /** A sentence that says what to do next. */
  message: string;
  /** Sentences by the input's dotted field path, when fields did not fit. */
  fields?: Record<string, string>;
  /** For the person to send to support, when the fault is ours. */
  requestId?: string;
}

/** What a server action answers: it never throws at its caller. */
export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; error: ActionError };

/** The project an action is asked for; a selector among the session's memberships, never an authority. */
export interface TenantTarget {
  /** The organisation's slug. */
  org: string;
  /** The project's slug. */
  project: string;
}

/** The organisation an action is asked for; a selector among the session's memberships, never an authority. */
export interface OrganisationTarget {
  /** The organisation's slug. */
  org: string;
}
