import "server-only";

import { z } from "zod";

import { publicGuard } from "@/lib/engine/http/guards";
import { ROUTES } from "@/lib/engine/http/routes";
import { defineRoute } from "@/lib/platform/http/define-route";
import { openApiDocument } from "@/lib/platform/http/openapi";

const API = {
  title: "Citadel",
  version: "1.0.0",
  description: "Documents, search and cited answers of one project, opened by that project's key; and the provisioning of projects and keys, opened by the management key.",
  credentials: {
    projectKey: { type: "http", scheme: "bearer", description: "A project key (sk_live_… or sk_test_…); X-Oprag-Key: … is the same." },
    managementKey: { type: "http", scheme: "bearer", description: "The management key (mk_…). It reads no content." },
  },
} as const;

/** `GET /v1/openapi.json` */
export const getOpenApi = defineRoute(publicGuard, {
  method: "GET",
  path: "/v1/openapi.json",
  summary: "This API as OpenAPI 3.1",
  responses: { 200: { description: "The document.", schema: z.looseObject({ openapi: z.string() }) } },
  async handle() {
    return { status: 200, body: openApiDocument(ROUTES, API) };
  },
});
