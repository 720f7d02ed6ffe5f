import "server-only";

import { z } from "zod";

import { type DocumentList, documentListQuery, documentSchema, type EngineDocument, listOf } from "@/lib/engine/contract";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { documentSources } from "@/lib/portal/connectors/document-sources";
import { namesOf } from "@/lib/portal/conversations/asked-question";
import { withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Who looks after a document, whether it has not been changed for longer than the project allows, and where it came from. */
export const documentCare = z.object({
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  isStale: z.boolean(),
  /** The source that brought it, with the page there where it can be opened. */
  source: z.object({ name: z.string(), link: z.string().nullable() }).nullable(),
});
/** {@link documentCare}, read. */
export type DocumentCare = z.output<typeof documentCare>;

/** A list of documents with what the portal knows of each. */
export const caredListSchema = listOf(documentSchema.extend({ care: documentCare }));
/** {@link caredListSchema}, read. */
export type CaredList = z.output<typeof caredListSchema>;

/** What a list of the portal is asked for: as the engine's, and `stale=1` for those not changed for too long (all where the project flags none). */
export const caredListQuery = documentListQuery.omit({ olderThan: true }).extend({ stale: z.literal("1").optional() });

/** What is known of a document of which nothing is. */
export const UNKNOWN: DocumentCare = { owner: null, isStale: false, source: null };

const DAY_MS = 86_400_000;

/** The scope's documents, newest first, with what the portal knows of each. */
export async function listCared(scope: TenantScope, { stale, ...query }: z.input<typeof caredListQuery>): Promise<CaredList> {
  const cutoff = stale === undefined ? null : await staleBefore(scope);
  const client = await openVault(scope);
  const { data, nextCursor }: DocumentList = await client.documents.list({ ...query, ...(cutoff === null ? {} : { olderThan: cutoff }) });
  const care = await careOf(scope, data);
  return { data: data.map((document) => ({ ...document, care: care.get(document.id) ?? UNKNOWN })), nextCursor };
}

/** What the portal knows of these documents of the scope's project. */
export async function careOf(scope: TenantScope, documents: readonly EngineDocument[]): Promise<Map<string, DocumentCare>> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const cutoff = await staleBefore(scope);
  const sources = await documentSources(scope, documents.map(({ id }) => id));
  return withOrganisation(scope, async (tx) => {
    const owners = await tx.documentOwner.findMany({ where: { ...owner, documentId: { in: documents.map(({ id }) => id) } } });
    const names = await namesOf(tx, scope, owners.map(({ ownerId }) => ownerId));
    const ownerOf = new Map(owners.map(({ documentId, ownerId }) => [documentId, ownerId]));
    return new Map(
      documents.map(({ id, indexedAt }) => {
        const ownerId = ownerOf.get(id) ?? "";
        const name = names.get(ownerId);
        return [id, { owner: name === undefined ? null : { id: ownerId, name }, isStale: cutoff !== null && indexedAt !== null && indexedAt < cutoff, source: sources[id] ?? null }];
      }),
    );
  });
}

/** The time before which what was indexed last is stale, ISO 8601 UTC; null where the project flags nothing. */
async function staleBefore(scope: TenantScope): Promise<string | null> {
  const { staleDays } = await withOrganisation(scope, (tx) => readCareSetting(tx, scope));
  return staleDays === null ? null : new Date(Date.now() - staleDays * DAY_MS).toISOString();
}
