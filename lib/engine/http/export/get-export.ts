import "server-only";

import { exportProject } from "@/lib/engine/export/export-project";
import { projectGuard } from "@/lib/engine/http/guards";
import { archiveResponse } from "@/lib/platform/archive/archive-response";
import { defineRoute } from "@/lib/platform/http/define-route";

/** `GET /v1/export` */
export const getExport = defineRoute(projectGuard, {
  method: "GET",
  path: "/v1/export",
  summary: "Everything of the project as one ZIP: originals, pages, sessions, and manifest.json with the sha256 of each; streamed",
  responses: { 200: { description: "The archive.", contentType: "application/zip" } },
  async handle({ caller: { scope } }) {
    return archiveResponse(await exportProject(scope), `${scope.projectId}.zip`);
  },
});
