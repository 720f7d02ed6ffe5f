import "server-only";

import { type DocumentList, documentListQuery } from "@/lib/engine/contract";
import { toCitadelError } from "@/lib/platform/errors";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** The parameters of a page's address, as Next hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The part of a list's query that stands in the page's address; anything that is no filter counts as none. */
export type DocumentFilter = Pick<ReturnType<typeof documentListQuery.parse>, "name" | "status">;

/** The list as the page first shows it, or the sentence that says why there is none. */
export type FirstPage = { list: DocumentList; problem: null } | { list: null; problem: string };

const filter = { name: documentListQuery.shape.name.catch(undefined), status: documentListQuery.shape.status.catch(undefined) };

/** What an address filters by. */
export function filterOf({ name, status }: SearchParams): DocumentFilter {
  return { name: filter.name.parse(name === "" ? undefined : name), status: filter.status.parse(status) };
}

/**
 * The newest documents that fit. An engine that does not answer is a sentence on the page, for the rest of the portal works
 * without it; anything else is thrown.
 */
export async function firstPage(scope: TenantScope, filter: DocumentFilter): Promise<FirstPage> {
  try {
    const client = await openVault(scope);
    return { list: await client.documents.list(filter), problem: null };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    if (error.code !== "engine_unreachable" && error.code !== "unavailable") throw thrown;
    return { list: null, problem: error.message };
  }
}
