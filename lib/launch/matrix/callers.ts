/**
 * Everyone who may knock at a door, as the matrix tells them apart. The tenant whose doors they knock at is the same throughout; `owner` is its owner and
 * `reader` its reader. Keys are sent as keys to the engine, and as a session's cookie to the portal, which must not take them for one.
 */
export const CALLERS = [
  /** No session, no key. */
  "nobody",
  /** Signed in, and a member of nothing. */
  "stranger",
  /** Of the SaaS company's own team, and a member of nothing. */
  "operator",
  /** Another tenant's owner, at this tenant's addresses. */
  "foreignAdmin",
  /** The same person at their own addresses, with this tenant's documents, runs and members named in them. */
  "foreignAdminAtHome",
  "reader",
  /** Was a member until a moment ago, in a session that goes on. */
  "removedMember",
  "expiredSession",
  "signedOut",
  /** Another project's key. */
  "foreignKey",
  /** A key of this very project, revoked. */
  "revokedKey",
  "managementKey",
  /** Of the company's own systems: it makes and ends customers, and reads no content. */
  "operatorToken",
  /** A key of this very project. */
  "ownKey",
  "owner",
] as const;

/** One of {@link CALLERS}. */
export type Caller = (typeof CALLERS)[number];

/** What names the things of a tenant in addresses, bodies and arguments. */
export interface Names {
  /** Slugs of the portal's addresses. */
  org: string;
  project: string;
  document: string;
  /** A second document, for the second way to delete one. */
  spareDocument: string;
  /** A chat session of the engine. */
  session: string;
  /** A run's number in addresses, and its id. */
  run: string;
  runId: string;
  question: string;
  verdict: string;
  membership: string;
  invitation: string;
  /** The secret of an invitation's link. */
  token: string;
  /** The portal's own ids of organisation and project. */
  organisationId: string;
  projectId: string;
  /** The engine's names. */
  engineProject: string;
  key: string;
  deletion: string;
}
