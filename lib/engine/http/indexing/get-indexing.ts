import "server-only";

import { indexingSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { readIndexing } from "@/lib/engine/search/reindex/read-indexing";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/indexing` */
export const getIndexing = defineRoute(managementGuard, {
  method: "GET",
  path: "/v1/indexing",
  summary: "Which embedding model is configured, and how far the re-index to it is",
  responses: { 200: { description: "Counts over all projects.", schema: indexingSchema } },
  async handle({ caller }) {
    return { status: 200, body: await readIndexing(caller) };
  },
});
