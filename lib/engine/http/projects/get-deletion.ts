import "server-only";

import { deletionSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { deletionPath } from "@/lib/engine/http/path-parameters";
import { getDeletion as get } from "@/lib/engine/projects/deletion";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/deletions/{id}` */
export const getDeletion = defineRoute(managementGuard, {
  method: "GET",
  path: "/v1/deletions/{id}",
  summary: "The receipt of a project's deletion",
  params: deletionPath,
  responses: { 200: { description: "Where the deletion stands; `done` when the last of the data is gone.", schema: deletionSchema } },
  async handle({ caller, params }) {
    return { status: 200, body: await get(caller, params.id) };
  },
});
