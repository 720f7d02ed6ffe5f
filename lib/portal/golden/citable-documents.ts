import "server-only";

import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** A document that a golden question can expect. */
export interface CitableDocument {
  id: string;
  name: string;
  pageCount: number;
}

const MOST = 1_000;
const PAGE = 200;

/** The project's documents that can be cited, by name; the first thousand of them. Throws what the engine throws. */
export async function citableDocuments(scope: TenantScope): Promise<CitableDocument[]> {
  const { documents } = await openVault(scope);
  const found: CitableDocument[] = [];
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await documents.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    // While a first version is read there are no pages; a replacement leaves the old ones in place.
    found.push(...data.filter(({ pageCount }) => pageCount > 0).map(({ id, name, pageCount }) => ({ id, name, pageCount })));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && found.length < MOST);
  return found.sort((one, other) => one.name.localeCompare(other.name, "en"));
}
