import "server-only";

import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** The most documents that are looked at: the newest. */
const LOOKED_AT = 200;

/** What there is to ask, as far as the newest documents tell. */
export interface AskableDocuments {
  /** Shown names of the documents that answer, newest first. */
  names: string[];
  /** How many are on their way and do not answer yet. */
  onTheirWay: number;
  /** When the newest of those that answer was indexed, ISO 8601 UTC; null when none does. */
  lastIndexedAt: string | null;
}

/** What a person can ask about in the scope's project. Throws CitadelError as the engine does. */
export async function askableDocuments(scope: TenantScope): Promise<AskableDocuments> {
  const client = await openVault(scope);
  const { data } = await client.documents.list({ limit: LOOKED_AT });
  // While a replacement is on its way, or has failed, the version before it answers.
  const answering = data.filter(({ status, version }) => status === "ready" || version > 1);
  const waiting = data.filter(({ status, version }) => status !== "ready" && status !== "failed" && version === 1);
  const times = answering.flatMap(({ indexedAt }) => (indexedAt === null ? [] : [indexedAt])).sort();
  return { names: answering.map(({ name }) => name), onTheirWay: waiting.length, lastIndexedAt: times.at(-1) ?? null };
}
