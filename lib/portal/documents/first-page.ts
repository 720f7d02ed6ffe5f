import "server-only";

import type { z } from "zod";

import { documentListQuery } from "@/lib/engine/contract";
import { toCitadelError } from "@/lib/platform/errors";
import { type CaredList, caredListQuery, listCared } from "@/lib/portal/documents/cared-document";
import type { TenantScope } from "@/lib/portal/scope";

/** The parameters of a page's address, as Next hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The part of a list's query that stands in the page's address; anything that is no filter counts as none. */
export type DocumentFilter = Pick<z.output<typeof caredListQuery>, "name" | "status" | "stale">;

/** The list as the page first shows it, or the sentence that says why there is none. */
export type FirstPage = { list: CaredList; problem: null } | { list: null; problem: string };

const filter = { name: documentListQuery.shape.name.catch(undefined), status: documentListQuery.shape.status.catch(undefined), stale: caredListQuery.shape.stale.catch(undefined) };

/** What an address filters by. */
export function filterOf({ name, status, stale }: SearchParams): DocumentFilter {
  return { name: filter.name.parse(name === "" ? undefined : name), status: filter.status.parse(status), stale: filter.stale.parse(stale) };
}

/**
 * The newest documents that fit. An engine that does not answer is a sentence on the page, for the rest of the portal works
 * without it; anything else is thrown.
 */
export async function firstPage(scope: TenantScope, filter: DocumentFilter): Promise<FirstPage> {
  try {
    return { list: await listCared(scope, filter), problem: null };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    if (error.code !== "engine_unreachable" && error.code !== "unavailable") throw thrown;
    return { list: null, problem: error.message };
  }
}
