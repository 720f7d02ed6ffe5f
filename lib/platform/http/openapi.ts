import { z } from "zod";

import { PROBLEM_TYPE, problemSchema } from "@/lib/platform/http/problem";
import type { ResponseShape, Route, RouteContract } from "@/lib/platform/http/route-contract";

/** What the document says about the API as a whole. */
export interface ApiDescription {
  title: string;
  version: string;
  description: string;
  /** Security schemes by the names that the routes' credentials use. */
  credentials: Readonly<Record<string, object>>;
}

/** An OpenAPI 3.1 document, as JSON. */
export type OpenApiDocument = Record<string, unknown> & { openapi: string; paths: Record<string, Record<string, unknown>> };

/** Writes the OpenAPI 3.1 document of routes, from the same schemas that validate their requests and answers. */
export function openApiDocument(routes: readonly Route[], api: ApiDescription): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const route of routes) {
    const { method, path } = route.contract;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: api.title, version: api.version, description: api.description },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, "output") },
      securitySchemes: api.credentials,
    },
  };
}

function operation({ contract, credential }: Route): Record<string, unknown> {
  const requestBody = bodyOf(contract);
  return {
    operationId: operationId(contract),
    summary: contract.summary,
    ...(credential === null ? {} : { security: [{ [credential]: [] }] }),
    parameters: [...parameters(contract.params, "path"), ...parameters(contract.query, "query"), ...parameters(contract.headers, "header")],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      ...Object.fromEntries(Object.entries(contract.responses).map(([status, shape]) => [status, response(shape)])),
      default: { description: "A problem, by its code.", content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
  };
}

function operationId({ method, path }: RouteContract): string {
  const words = path.split("/").map((segment) => segment.replace(/[^A-Za-z0-9]/g, "")).filter(Boolean);
  return [method.toLowerCase(), ...words].join("_");
}

function parameters(schema: z.ZodObject | undefined, place: "path" | "query" | "header"): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(field, undefined).success,
    schema: jsonSchema(field, "input"),
  }));
}

function bodyOf({ body, multipart }: RouteContract): object | undefined {
  if (body !== undefined) return { required: true, content: { "application/json": { schema: jsonSchema(body, "input") } } };
  if (multipart !== undefined) return { required: true, content: { "multipart/form-data": { schema: jsonSchema(multipart, "input") } } };
  return undefined;
}

function response({ description, schema, contentType }: ResponseShape): object {
  if (schema !== undefined) return { description, content: { "application/json": { schema: jsonSchema(schema, "output") } } };
  return contentType === undefined ? { description } : { description, content: { [contentType]: {} } };
}

function jsonSchema(schema: z.core.$ZodType, io: "input" | "output"): object {
  const described: Record<string, unknown> = { ...z.toJSONSchema(schema, { io, target: "draft-2020-12" }) };
  // The dialect is the document's own, and need not stand in every part of it.
  delete described.$schema;
  return described;
}
