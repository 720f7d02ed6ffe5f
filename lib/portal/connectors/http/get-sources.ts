import "server-only";

import { z } from "zod";

import { listSources } from "@/lib/portal/connectors/list-sources";
import { sourceSchema } from "@/lib/portal/connectors/source";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";

/** `GET /t/{org}/{project}/api/connectors`: for the page that shows a sync's progress. */
export const getSources = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/connectors",
  summary: "The project's sources, with what their syncs do",
  permission: "documents.write",
  responses: { 200: { description: "The sources.", schema: z.object({ data: z.array(sourceSchema) }) } },
  async handle(scope) {
    return { status: 200, body: { data: await listSources(scope) } };
  },
});
