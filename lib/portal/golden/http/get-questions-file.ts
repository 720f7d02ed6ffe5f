import "server-only";

import { z } from "zod";

import { textFile } from "@/lib/portal/golden/http/text-file";
import { exportQuestions } from "@/lib/portal/golden/transfer/export-questions";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";

/** `GET /t/{org}/{project}/api/golden/questions?format=json|csv` */
export const getQuestionsFile = definePortalRoute({
  method: "GET",
  path: "/t/{org}/{project}/api/golden/questions",
  summary: "The golden questions as a file that can be brought in again",
  permission: "golden.read",
  query: z.object({ format: z.enum(["json", "csv"]) }),
  responses: { 200: { description: "The file." } },
  async handle(scope, { query }) {
    return textFile(`golden-questions-${scope.project.slug}.${query.format}`, await exportQuestions(scope, query.format));
  },
});
