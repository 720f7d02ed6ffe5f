import "server-only";

import type { Environment } from "@/lib/engine/contract";

/** Only this module holds the token, so that nothing else can construct a scope. */
const MINT = Symbol("engine scope");

/**
 * The proof that a caller may touch one project's rows. It has a private constructor and is made in three places only:
 * from a project key (`lib/engine/keys/from-key.ts`), from a job's row (`lib/engine/ingest/from-job.ts`), and for the
 * management key on one named project (`lib/engine/projects/from-management.ts`), which reads no content.
 */
export class ProjectScope {
  /** The project whose rows this scope opens. */
  readonly projectId: string;
  /** What the scope was made from; management scopes may not read content. */
  readonly origin: "key" | "job" | "management";
  /** SHA-256 of the key it was made from, which row-level security takes the project from at the start of every transaction. */
  readonly keyHash: Uint8Array<ArrayBuffer> | undefined;

  private constructor(mint: typeof MINT, projectId: string, source: ScopeSource) {
    if (mint !== MINT) throw new TypeError("A ProjectScope is made from a key, a job's row or the management key only.");
    this.projectId = projectId;
    this.origin = typeof source === "string" ? source : "key";
    this.keyHash = typeof source === "string" ? undefined : source.keyHash;
    Object.freeze(this);
  }

  /** For the three makers named above; lint forbids every other import of {@link mintProjectScope}. */
  static mint(mint: typeof MINT, projectId: string, source: ScopeSource): ProjectScope {
    return new ProjectScope(mint, projectId, source);
  }
}

/** What a scope is made from: a key by its hash, a job's row, or the management key. */
export type ScopeSource = { keyHash: Uint8Array<ArrayBuffer> } | "job" | "management";

/** Makes a scope. Importable by the three makers only (a lint rule with a test). */
export function mintProjectScope(projectId: string, source: ScopeSource): ProjectScope {
  return ProjectScope.mint(MINT, projectId, source);
}

/** A key that was found: its scope and what the request may know of it. */
export interface AuthenticatedKey {
  scope: ProjectScope;
  keyId: string;
  environment: Environment;
}
