import "server-only";

import { eachDocument } from "@/lib/portal/documents/each-document";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** A document that a golden question can expect. */
export interface CitableDocument {
  id: string;
  name: string;
  pageCount: number;
}

const MOST = 1_000;

/** The project's documents that can be cited, by name; the first thousand of them. Throws what the engine throws. */
export async function citableDocuments(scope: TenantScope): Promise<CitableDocument[]> {
  const found: CitableDocument[] = [];
  for await (const { id, name, pageCount } of eachDocument(await openVault(scope))) {
    // While a first version is read there are no pages; a replacement leaves the old ones in place.
    if (pageCount > 0) found.push({ id, name, pageCount });
    if (found.length >= MOST) break;
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, "en"));
}
