import { describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { CitadelError } from "@/lib/platform/errors";
import { defineRoute, type Guard } from "@/lib/platform/http/define-route";
import { RateLimiter } from "@/lib/platform/http/rate-limit";
import { serve } from "@/lib/platform/http/testing/serve";
import { nothingHere, routeHandlers } from "@/lib/platform/http/route-handlers";
import { log } from "@/lib/platform/log";

const guard: Guard<string> = {
  credential: "test",
  authenticate: (request) => Promise.resolve(request.headers.get("x-caller") ?? "nobody"),
};

const echo = defineRoute(guard, {
  method: "POST",
  path: "/things/{id}",
  summary: "Echo",
  params: z.object({ id: z.string().regex(/^t_\d+$/) }),
  query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
  body: z.object({ word: z.string().max(5) }),
  responses: { 200: { description: "It", schema: z.object({ said: z.string() }) }, 204: { description: "Nothing" } },
  async handle({ caller, params, query, body }) {
    if (body.word === "fail") throw new Error("SELECT secret FROM place");
    if (body.word === "clash") throw new CitadelError("conflict", "It clashes.");
    if (body.word === "") return { status: 204 };
    const said = body.word === "wrong" ? 7 : `${caller} ${params.id} ${body.word.repeat(query.times)}`;
    const reply = { said, hidden: "not in the contract" };
    return { status: 200, body: z.looseObject({ said: z.any() }).parse(reply) };
  },
});

const post = (body: BodyInit, path = "/things/t_1", headers: Record<string, string> = {}) =>
  echo.handle(new Request(`http://host${path}`, { method: "POST", body, headers }));
const said = (word: string, path?: string) => post(JSON.stringify({ word }), path);

describe("a route", () => {
  it("gives its handler what was recognised and validated, and sends what the contract names", async () => {
    const response = await post(JSON.stringify({ word: "hey", unknown: 1 }), "/things/t_1?times=2&other=1", { "x-caller": "ann" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ said: "ann t_1 heyhey" });
    expect(response.headers.get("x-request-id")).toMatch(/^req_/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each([
    ["broken JSON", () => post("{"), 400, "malformed_request"],
    ["bytes that are no UTF-8", () => post(new Uint8Array([0x22, 0xff, 0x22])), 400, "malformed_request"],
    ["a body that is too large", () => post(JSON.stringify({ word: "x".repeat(300_000) })), 413, "too_large"],
    ["no body", () => post(""), 422, "validation_failed"],
    ["a field that does not fit", () => said("far too long"), 422, "validation_failed"],
    ["a query that does not fit", () => said("hey", "/things/t_1?times=9"), 422, "validation_failed"],
    ["an id that is none", () => said("hey", "/things/'%20or%201=1"), 404, "not_found"],
    ["an encoding that is none", () => said("hey", "/things/%E0%A4%A"), 404, "not_found"],
    ["another path", () => said("hey", "/things"), 404, "not_found"],
    ["an error of the domain", () => said("clash"), 409, "conflict"],
    ["an unknown error", () => said("fail"), 500, "internal"],
    ["an answer that breaks the contract", () => said("wrong"), 500, "internal"],
  ])("answers %s with a problem", async (_what, send, status, code) => {
    const response = await send();
    const problem = await response.json();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(problem).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String), requestId: response.headers.get("x-request-id") });
    expect(JSON.stringify(problem)).not.toContain("SELECT");
    expect(problem.errors === undefined).toBe(code !== "validation_failed");
  });

  it("sends an empty answer without a body", async () => {
    const response = await said("");
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });
});

it("logs no fault for a caller who went away", async () => {
  const logged = vi.spyOn(log, "error");
  const caller = new AbortController();
  const given = defineRoute(guard, {
    method: "GET",
    path: "/",
    summary: "Give up",
    responses: { 204: { description: "Nothing" } },
    async handle({ request }) {
      caller.abort(new Error("The connection was closed."));
      request.signal.throwIfAborted();
      return { status: 204 };
    },
  });
  const response = await given.handle(new Request("http://host/", { signal: caller.signal }));
  expect([response.status, logged.mock.calls]).toEqual([499, []]);
});

it("counts the requests of a caller, and only of that one", async () => {
  const limiter = new RateLimiter({ burst: 2, perSecond: 1 }, () => 0);
  const counted = defineRoute({ ...guard, rate: { limiter, bucketOf: (caller) => caller } }, {
    method: "GET",
    path: "/",
    summary: "Count",
    responses: { 204: { description: "Nothing" } },
    async handle() {
      return { status: 204 };
    },
  });
  const get = (caller: string) => counted.handle(new Request("http://host/", { headers: { "x-caller": caller } }));
  expect([(await get("ann")).status, (await get("ann")).status]).toEqual([204, 204]);
  const refused = await get("ann");
  expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("ratelimit-remaining")]).toEqual([429, "1", "0"]);
  expect((await get("ben")).headers.get("ratelimit-remaining")).toBe("1");
});

it("answers other methods with 405, and a path without a route with 404", async () => {
  const request = new Request("http://host/things/t_1", { method: "DELETE" });
  const refused = await routeHandlers(echo).DELETE(request);
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "POST"]);
  const nothing = await nothingHere().DELETE(request);
  expect([nothing.status, (await nothing.json()).code]).toEqual([404, "not_found"]);
});

it("takes in a refused body that is not too long, so that its sender reads the refusal", async () => {
  const server = await serve(echo.handle);
  const send = async () => (await fetch(`${server.url}/things/none`, { method: "POST", body: "x".repeat(2_000_000) })).status;
  expect([await send(), await send(), await send()]).toEqual([404, 404, 404]);
  await server.close();
});
