import "server-only";

import { createProjectInput, projectSchema } from "@/lib/engine/contract";
import { managementGuard } from "@/lib/engine/http/guards";
import { createProject as create } from "@/lib/engine/projects/create-project";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `POST /v1/projects` */
export const createProject = defineRoute(managementGuard, {
  method: "POST",
  path: "/v1/projects",
  summary: "Create a project",
  body: createProjectInput,
  responses: { 201: { description: "The new project.", schema: projectSchema } },
  async handle({ caller, body }) {
    return { status: 201, body: await create(caller, body) };
  },
});
