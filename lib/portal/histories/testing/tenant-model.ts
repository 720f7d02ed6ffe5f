import { createHash } from "node:crypto";

/** What a tenant must hold after its own operations, whatever anybody else has done. */
export interface TenantModel {
  /** By name; in the order of their creation. */
  documents: Map<string, { id: string; version: number; text: string }>;
  /** Questions, in the order in which they were saved. */
  golden: string[];
  /** Addresses of people who were invited and have not answered. */
  invited: Set<string>;
  /** Whether the person whom both tenants know is a member. */
  hasGuest: boolean;
  /** Conversations of this tenant. */
  sessions: string[];
  /** Rows of the log since the history's start, oldest first. */
  log: string[];
}

/** A tenant at the start of a history. */
export function emptyModel(): TenantModel {
  return { documents: new Map(), golden: [], invited: new Set(), hasGuest: false, sessions: [], log: [] };
}

/** The documents' state as one word: what answers may depend on, and nothing else. */
export function stateOf({ documents }: TenantModel): string {
  const held = [...documents].map(([name, { text }]) => `${name}=${text}`).sort();
  return createHash("sha256").update(held.join("\n")).digest("hex");
}
