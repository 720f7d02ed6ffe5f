import { allDocuments } from "@/lib/portal/documents/each-document";
import { noteChange } from "@/lib/portal/documents/note-change";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";
import { documentsOf } from "@/prisma/seed/documents";

/** Uploads the documents of a project that are not there yet, by its own key. `source` is their folder. Returns how many it uploaded. */
export async function uploadMissing(scope: TenantScope, { source, company }: { source: string; company: string }): Promise<number> {
  const client = await openVault(scope);
  const there = new Set((await allDocuments(client)).map(({ name }) => name));
  const missing = (await documentsOf(source, company)).filter(({ name }) => !there.has(name));
  for (const { name, make } of missing) {
    const bytes = new Uint8Array(await make());
    const { document, created } = await client.documents.upload({ name, body: new Blob([bytes]).stream() });
    if (created) await noteChange(scope, "document.uploaded", document);
  }
  return missing.length;
}
