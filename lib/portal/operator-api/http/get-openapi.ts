import "server-only";

import { z } from "zod";

import { defineRoute, type Guard } from "@/lib/platform/http/define-route";
import { openApiDocument } from "@/lib/platform/http/openapi";
import { OPERATOR_ROUTES } from "@/lib/portal/operator-api/http/routes";

const API = {
  title: "Citadel operator API",
  version: "1.0.0",
  description: "Customers, from the first day to the last, for the company's own systems. It reads no content of any customer.",
  credentials: { operatorToken: { type: "http", scheme: "bearer", description: "The server's OPERATOR_TOKEN (op_…)." } },
} as const;

const anyone: Guard<null> = { credential: null, authenticate: () => Promise.resolve(null) };

/** `GET /api/v1/openapi.json` */
export const getOperatorOpenApi = defineRoute(anyone, {
  method: "GET",
  path: "/api/v1/openapi.json",
  summary: "This API as OpenAPI 3.1",
  responses: { 200: { description: "The document.", schema: z.looseObject({ openapi: z.string() }) } },
  async handle() {
    return { status: 200, body: openApiDocument(OPERATOR_ROUTES, API) };
  },
});
