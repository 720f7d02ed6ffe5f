import { readdirSync } from "node:fs";
import { dirname } from "node:path";

import { describe, expect, it } from "vitest";

import { getOpenApi } from "@/lib/engine/http/openapi";
import { ROUTES } from "@/lib/engine/http/routes";

const HERE = import.meta.dirname;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** The route files of this folder, by the path they answer; the one for everything else is left out. */
const FILES = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("route.ts") && !name.includes("..."))
  .map((name) => [`/v1/${dirname(name).replaceAll("\\", "/").replaceAll(/\[(\w+)\]/g, "{$1}")}`, name] as const);

describe.each(FILES)("%s", (path, name) => {
  it("answers with the routes that the contract names, and refuses the other methods", async () => {
    const exported: Record<string, unknown> = await import(`${HERE}/${name}`);
    for (const method of METHODS) {
      const route = [...ROUTES, getOpenApi].find(({ contract }) => contract.path === path && contract.method === method);
      if (route !== undefined) expect(exported[method]).toBe(route.handle);
      else expect(exported[method]).toBeTypeOf("function");
    }
    expect(Object.keys(exported).sort()).toEqual([...METHODS].sort());
  });
});

it("has a file for every route", () => {
  const paths = new Set([...ROUTES, getOpenApi].map(({ contract }) => contract.path));
  expect(FILES.map(([path]) => path).sort()).toEqual([...paths].sort());
});

it("describes every route in the OpenAPI document", async () => {
  const response = await getOpenApi.handle(new Request("http://host/v1/openapi.json"));
  const document = await response.json();
  expect(document.openapi).toBe("3.1.0");
  for (const { contract } of ROUTES) {
    const operation = document.paths[contract.path][contract.method.toLowerCase()];
    expect(operation.responses.default.content["application/problem+json"]).toBeDefined();
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(Object.keys(contract.responses)));
  }
  expect(document.components.schemas.Problem.properties.code.enum).toContain("credentials_conflict");
  expect(document.paths["/v1/chat"].post.requestBody.content["application/json"].schema.required).toEqual(["question"]);
});
