import type { EngineClient } from "@/lib/engine/client";
import type { TenantUnderTest } from "@/lib/portal/histories/testing/tenant-under-test";
import { openVault } from "@/lib/portal/vault";

/** Engines with one wrong filter each: the negative controls of the histories, which must see every one of them. */
export const HOLES: Readonly<Record<string, (own: EngineClient, foreign: EngineClient) => EngineClient>> = {
  "a search that finds the other tenant’s passages as well": (own, foreign) => ({
    ...own,
    search: async (input) => ({ ...(await own.search(input)), results: [...(await own.search(input)).results, ...(await foreign.search(input)).results].slice(0, 50) }),
  }),
  "scores that count the other tenant’s documents": (own, foreign) => ({
    ...own,
    chat: async (input, options) => {
      const [answer, others] = [await own.chat(input, options), (await foreign.documents.list()).data.length];
      return { ...answer, confidence: answer.confidence / (1 + others) };
    },
    search: async (input) => {
      const [answer, others] = [await own.search(input), (await foreign.documents.list()).data.length];
      return { ...answer, results: answer.results.map((result) => ({ ...result, score: result.score / (1 + others) })) };
    },
  }),
  "documents that are found by their id alone": (own, foreign) => ({
    ...own,
    documents: { ...own.documents, get: (id) => own.documents.get(id).catch(() => foreign.documents.get(id)) },
  }),
  "a count over both tenants": (own, foreign) => ({
    ...own,
    usage: async (query) => ({ ...(await own.usage(query)), documents: (await own.usage(query)).documents + (await foreign.usage(query)).documents }),
  }),
};

/** The engine of a tenant, with a hole towards the other. */
export function openWithHole(hole: string): (own: TenantUnderTest, other: TenantUnderTest) => Promise<EngineClient> {
  return async (own, other) => {
    const [client, foreign] = [await openVault(own.scope), await openVault(other.scope)];
    return HOLES[hole]?.(client, foreign) ?? client;
  };
}
