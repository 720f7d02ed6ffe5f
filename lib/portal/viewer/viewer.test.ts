import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import type { DocumentPage } from "@/lib/engine/contract";
import { appUrl } from "@/lib/platform/env";
import type { Route } from "@/lib/platform/http/route-contract";
import type * as Door from "@/lib/portal/engine-door";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";
import { openVault } from "@/lib/portal/vault";
import { getContent } from "@/lib/portal/viewer/get-content";
import { getPage } from "@/lib/portal/viewer/get-page";
import { viewDocument } from "@/lib/portal/viewer/view-document";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

/** No worker reads documents here: what the engine has under the key has this one page and answers. */
const READ: DocumentPage = { page: 1, text: "Secret plans.", width: null, height: null, blocks: [{ text: "Secret plans.", bbox: null, start: 0, end: 13, kind: "paragraph" }] };
vi.mock("@/lib/portal/engine-door", async (load) => {
  const door = await load<typeof Door>();
  const engineClient: typeof door.engineClient = (key) => {
    const client = door.engineClient(key);
    const get = async (id: string) => ({ ...(await client.documents.get(id)), answers: true });
    const page = async (id: string, number: number) => {
      const { id: existing } = await client.documents.get(id);
      return number === 1 ? READ : client.documents.page(existing, number);
    };
    return { ...client, documents: { ...client.documents, get, page } };
  };
  return { ...door, engineClient };
});

const HTML = "<!doctype html><title>Plans</title><script>alert(1)</script><p>Secret plans.</p>";
const ABSENT = "doc_0000000000000000000000000";

async function upload(tenant: TestTenant, name: string, text: string): Promise<string> {
  const { documents } = await openVault(await ownerScope(tenant));
  return (await documents.upload({ name, body: new Blob([text]).stream() })).document.id;
}

function send(route: Route, { org, project }: Pick<TestTenant, "org" | "project">, id: string, { page = "1", ...init }: RequestInit & { page?: string } = {}) {
  const path = route.contract.path.replace("{org}", org).replace("{project}", project).replace("{id}", id).replace("{page}", page);
  return route.handle(new Request(`${appUrl()}${path}`, init));
}

const problem = z.looseObject({ requestId: z.string().transform(() => undefined) });

/** All of a response but its request id. */
async function seen(response: Response) {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "x-request-id"));
  return { status: response.status, headers, body: problem.parse(await response.json()) };
}

let tenant: TestTenant;
let document: string;
beforeAll(async () => {
  tenant = await newTenant();
  document = await upload(tenant, "plans/secret.html", HTML);
});
beforeEach(() => {
  requestCookie.token = tenant.token;
});

describe("an original in the portal", () => {
  it("goes out as a file to save, whatever it claims to be", async () => {
    const response = await send(getContent, tenant, document);
    expect([response.status, await response.text()]).toEqual([200, HTML]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": expect.stringMatching(/^attachment; filename="secret\.html"/),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store, no-transform",
      "accept-ranges": "bytes",
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    });
  });

  it("can be read in ranges", async () => {
    const response = await send(getContent, tenant, document, { headers: { range: "bytes=10-13" } });
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([206, `bytes 10-13/${HTML.length}`, HTML.slice(10, 14)]);
    const outside = await send(getContent, tenant, document, { headers: { range: `bytes=${HTML.length}-` } });
    expect([outside.status, (await seen(outside)).body]).toMatchObject([416, { code: "range_not_satisfiable" }]);
  });
});

describe("a page in the portal", () => {
  it("is its text with its blocks", async () => {
    const response = await send(getPage, tenant, document);
    expect([response.status, await response.json()]).toEqual([200, READ]);
  });

  it.each(["0", "-1", "1.5", "2", "last"])("with the number %s is not there", async (page) => {
    expect((await send(getPage, tenant, document, { page })).status).toBe(404);
  });
});

describe("a document that is opened", () => {
  it("shows the page that was asked for, and the first where there is none of that number", async () => {
    const scope = await ownerScope(tenant);
    for (const page of [1, 7]) expect(await viewDocument(scope, document, page)).toMatchObject({ document: { id: document }, page: READ });
  });

  it("is not found where it is another customer's, absent, or no id at all", async () => {
    const scope = await ownerScope(await newTenant());
    for (const id of [document, ABSENT, "..", "doc_%2f", ""]) await expect(viewDocument(scope, id, 1)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe.each([getContent, getPage])("$contract.method $contract.path", (route) => {
  it("answers another customer's document, and their project, byte for byte like absent ones", async () => {
    const other = await newTenant();
    const foreign = await upload(other, "theirs.md", "Nobody else may read this.");
    const absent = await seen(await send(route, tenant, ABSENT));
    expect(absent.status).toBe(404);
    const tries = [
      send(route, tenant, foreign),
      send(route, tenant, "no%20id"),
      send(route, tenant, "%2e%2e"),
      send(route, other, foreign),
      send(route, other, document),
      send(route, { org: tenant.org, project: "absent" }, document),
      send(route, { org: "absent", project: "absent" }, document),
    ];
    for (const response of await Promise.all(tries)) expect(await seen(response)).toEqual(absent);
    requestCookie.token = other.token;
    expect((await send(route, other, foreign)).status).toBe(200);
  });

  it("opens for a colleague who has the address, and for nobody without a session", async () => {
    requestCookie.token = (await newMember(tenant, "reader")).token;
    expect((await send(route, tenant, document)).status).toBe(200);
    requestCookie.token = undefined;
    expect((await send(route, tenant, document)).status).toBe(401);
  });
});
