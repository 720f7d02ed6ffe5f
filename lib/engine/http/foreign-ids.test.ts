import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase } from "@/lib/engine/database";
import { ROUTES } from "@/lib/engine/http/routes";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { createTestProject, file, type TestProject } from "@/lib/engine/testing/engine";
import { answer } from "@/lib/engine/testing/serve";
import { required } from "@/lib/platform/env";
import type { Route } from "@/lib/platform/http/route-contract";

let mine: TestProject;
let theirs: TestProject;
let theirDocument: string;
let theirSession: string;
beforeAll(async () => {
  mine = await createTestProject();
  theirs = await createTestProject();
  theirDocument = (await theirs.client.documents.upload(file("secret.md", "# Secret\n\nNobody else may read this."))).document.id;
  theirSession = (await theirs.client.chat({ question: "What may nobody read?" })).sessionId;
});
afterAll(async () => {
  await usesNoted();
  await closeEngineDatabase();
});

/** What each route does with an id of another project, next to one that exists nowhere and one that is none. */
type Row =
  | { ids: "document"; body?: () => FormData }
  | { ids: "session" }
  | { ids: "none"; because: string }
  | { ids: "management"; because: string };

const form = () => {
  const data = new FormData();
  data.append("file", new Blob(["# Mine\n\nNow it is mine."]), "secret.md");
  return data;
};
const MATRIX: Record<string, Row> = {
  "GET /v1/documents/{id}": { ids: "document" },
  "PUT /v1/documents/{id}": { ids: "document", body: form },
  "DELETE /v1/documents/{id}": { ids: "document" },
  "POST /v1/documents/{id}/retry": { ids: "document" },
  "GET /v1/documents/{id}/content": { ids: "document" },
  "GET /v1/documents/{id}/pages/{page}": { ids: "document" },
  "POST /v1/chat": { ids: "session" },
  "GET /v1/documents": { ids: "none", because: "it lists the key's project; see the list test below" },
  "POST /v1/documents": { ids: "none", because: "it takes no id" },
  "POST /v1/search": { ids: "none", because: "documentIds only narrow; see the search test below" },
  "DELETE /v1/sessions": { ids: "none", because: "it takes a time, and forgets in the key's project" },
  "GET /v1/usage": { ids: "none", because: "it takes days, and counts the key's project" },
  "GET /v1/export": { ids: "none", because: "it takes nothing, and gives the key's project; see the export's own tests" },
  "POST /v1/projects": { ids: "management", because: "it takes no id" },
  "GET /v1/projects": { ids: "management", because: "it takes no id" },
  "GET /v1/projects/{id}": { ids: "management", because: "the management key sees every project" },
  "PATCH /v1/projects/{id}": { ids: "management", because: "the management key sees every project" },
  "DELETE /v1/projects/{id}": { ids: "management", because: "the management key sees every project" },
  "GET /v1/deletions/{id}": { ids: "management", because: "the management key sees every deletion" },
  "GET /v1/indexing": { ids: "management", because: "it takes no id" },
  "POST /v1/projects/{id}/keys": { ids: "management", because: "the management key sees every project" },
  "GET /v1/projects/{id}/keys": { ids: "management", because: "the management key sees every project" },
  "DELETE /v1/projects/{id}/keys/{keyId}": { ids: "management", because: "a key of another project is not found; see keys.test.ts" },
};

const nameOf = ({ contract }: Route) => `${contract.method} ${contract.path}`;
const send = (route: Route, id: string, key: string, body?: BodyInit) =>
  answer(
    new Request(`http://host${route.contract.path.replace("{id}", encodeURIComponent(id)).replace("{page}", "1").replace("{keyId}", "key_1")}`, {
      method: route.contract.method,
      headers: { authorization: `Bearer ${key}`, ...(typeof body === "string" ? { "content-type": "application/json" } : {}) },
      ...(body === undefined ? {} : { body }),
    }),
  );
const seen = async (response: Response) => {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !["x-request-id", "ratelimit-remaining", "ratelimit-reset"].includes(name)));
  const problem: Record<string, unknown> = { ...(await response.json()), requestId: "any" };
  return { status: response.status, headers, problem: JSON.stringify(problem) };
};

it("has a row for every route", () => {
  expect(Object.keys(MATRIX).sort()).toEqual(ROUTES.map(nameOf).sort());
});

describe.each(ROUTES.filter((route) => MATRIX[nameOf(route)]?.ids === "document").map((route) => [nameOf(route), route] as const))("%s", (name, route) => {
  it("answers a foreign id, an absent one and one that is none byte for byte alike", async () => {
    const row = MATRIX[name];
    const body = () => (row?.ids === "document" ? row.body?.() : undefined);
    const foreign = await seen(await send(route, theirDocument, mine.key, body()));
    expect(foreign.status).toBe(404);
    for (const id of [theirDocument.replace(/.{6}$/, "zzzzzz"), "doc_' or 1=1", "\u0000", theirs.projectId, theirSession]) {
      expect(await seen(await send(route, id, mine.key, body()))).toEqual(foreign);
    }
    expect(await theirs.client.documents.get(theirDocument)).toMatchObject({ name: "secret.md", version: 1 });
  });
});

describe("POST /v1/chat", () => {
  it("answers a foreign session like one that exists nowhere, streamed or not", async () => {
    const route = ROUTES.find((candidate) => nameOf(candidate) === "POST /v1/chat");
    if (route === undefined) throw new Error("There is no chat.");
    const ask = async (sessionId: string, stream: boolean) => seen(await send(route, "", mine.key, JSON.stringify({ question: "What did you say?", sessionId, stream })));
    const foreign = await ask(theirSession, false);
    expect(foreign.status).toBe(404);
    for (const id of ["ses_nothing", "nonsense", "ses_\u0000", theirDocument]) expect(await ask(id, false)).toEqual(foreign);
    expect(await ask(theirSession, true)).toEqual(foreign);
  });
});

it("lists and searches nothing of another project, whatever the request names", async () => {
  const routes = ROUTES.filter((candidate) => ["GET /v1/documents", "POST /v1/search"].includes(nameOf(candidate)));
  expect(routes).toHaveLength(2);
  for (const { contract } of routes) {
    const response = await answer(
      new Request(`http://host${contract.path}?projectId=${theirs.projectId}&project=${theirs.projectId}`, {
        method: contract.method,
        headers: { "x-oprag-key": mine.key, "x-project-id": theirs.projectId, "x-tenant-id": theirs.projectId },
        ...(contract.method === "POST" ? { body: JSON.stringify({ query: "secret", documentIds: [theirDocument], projectId: theirs.projectId }) } : {}),
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(theirDocument);
  }
});

describe.each(ROUTES.map((route) => [nameOf(route), route] as const))("%s", (name, route) => {
  it("wants its own kind of credential", async () => {
    const management = MATRIX[name]?.ids === "management";
    const wrong = management ? mine.key : required("MANAGEMENT_KEY");
    const code = async (headers: Record<string, string>, query = "") => {
      const url = `http://host${route.contract.path.replaceAll(/\{\w+\}/g, "x_1")}${query}`;
      const response = await answer(new Request(url, { method: route.contract.method, headers }));
      return (await response.json()).code;
    };
    expect(await code({ authorization: `Bearer ${wrong}` })).toBe("wrong_credential");
    expect(await code({})).toBe("unauthorized");
    expect(await code({}, `?key=${mine.key}&access_token=${mine.key}`)).toBe("unauthorized");
    expect(await code({ authorization: `Bearer ${mine.key.slice(0, -4)}AAAA` })).toBe("unauthorized");
    expect(await code({ "x-oprag-key": mine.key, authorization: `Bearer ${theirs.key}` })).toBe("credentials_conflict");
  });
});
