import { createHash, randomBytes } from "node:crypto";

import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { documentListSchema, documentSchema, type EngineDocument, MAX_FILE_BYTES } from "@/lib/engine/contract";
import { appUrl } from "@/lib/platform/env";
import type { Route } from "@/lib/platform/http/route-contract";
import { listAudit } from "@/lib/portal/audit/list-audit";
import { getDocument } from "@/lib/portal/documents/get-document";
import { listDocuments } from "@/lib/portal/documents/list-documents";
import { removeDocument } from "@/lib/portal/documents/remove-document";
import { replaceDocument } from "@/lib/portal/documents/replace-document";
import { retryDocument } from "@/lib/portal/documents/retry-document";
import { uploadDocument } from "@/lib/portal/documents/upload-document";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";
import { openVault } from "@/lib/portal/vault";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

type Address = Pick<TestTenant, "org" | "project">;
const OWN_PAGE = { "sec-fetch-site": "same-origin" };

/** Sends a request to a route as a page of the portal would. */
function send(route: Route, { org, project }: Address, rest: { id?: string; query?: string; body?: FormData | ReadableStream; headers?: Record<string, string> } = {}) {
  const path = route.contract.path.replace("{org}", org).replace("{project}", project).replace("{id}", rest.id ?? "");
  const init = { method: route.contract.method, headers: rest.headers ?? OWN_PAGE, body: rest.body ?? null, duplex: "half" };
  return route.handle(new Request(`${appUrl()}${path}${rest.query ?? ""}`, init));
}

function form(content: string | Uint8Array<ArrayBuffer>, name?: string, fileName = "file.md"): FormData {
  const data = new FormData();
  if (name !== undefined) data.append("name", name);
  data.append("file", new Blob([content]), fileName);
  return data;
}

async function upload(tenant: Address, content: string | Uint8Array<ArrayBuffer>, name?: string): Promise<EngineDocument> {
  return documentSchema.parse(await (await send(uploadDocument, tenant, { body: form(content, name) })).json());
}

const problem = z.looseObject({ requestId: z.string().transform(() => undefined) });

/** A problem without its request id. */
async function problemOf(response: Response): Promise<unknown> {
  return problem.parse(await response.json());
}

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await newTenant();
});
beforeEach(() => {
  requestCookie.token = tenant.token;
});

describe("the portal's documents", () => {
  it("are uploaded with folders in their names, listed, found by name and status, and shown", async () => {
    const response = await send(uploadDocument, tenant, { body: form("Everyone gets 15 days.", "hr/leave.md") });
    expect(response.status).toBe(202);
    const document = documentSchema.parse(await response.json());
    expect(document).toMatchObject({ name: "hr/leave.md", status: "queued", version: 1, answers: false });
    const other = await upload(tenant, "Travel by train.", "travel.md");

    const found = async (query: string) => documentListSchema.parse(await (await send(listDocuments, tenant, { query })).json()).data.map(({ id }) => id);
    expect(await found("")).toEqual([other.id, document.id]);
    expect(await found("?name=LEAVE&status=queued")).toEqual([document.id]);
    expect(await found("?status=ready")).toEqual([]);
    expect(documentSchema.parse(await (await send(getDocument, tenant, { id: document.id })).json())).toEqual(document);
  });

  it("are listed page by page", async () => {
    const paged = await newTenant();
    requestCookie.token = paged.token;
    for (const name of ["a.md", "b.md", "c.md"]) await upload(paged, name, name);
    const page = async (query: string) => documentListSchema.parse(await (await send(listDocuments, paged, { query })).json());
    const first = await page("?limit=2");
    const second = await page(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(["c.md", "b.md", "a.md"]);
    expect(second.nextCursor).toBeNull();
  });

  it("say that the same bytes are already there, and take other bytes as a new version", async () => {
    const first = await upload(tenant, "One.", "same.md");
    const again = await send(uploadDocument, tenant, { body: form("One.", "same.md") });
    expect([again.status, await again.json()]).toEqual([200, first]);
    const changed = await send(uploadDocument, tenant, { body: form("Two.", "same.md") });
    expect([changed.status, await changed.json()]).toMatchObject([202, { id: first.id, version: 2 }]);
  });

  it("take the file's own name when no other stands before it", async () => {
    expect(await upload(tenant, "Its own name.")).toMatchObject({ name: "file.md" });
  });

  it("are replaced under their own name, deleted, and then absent", async () => {
    const { id } = await upload(tenant, "Old.", "plan.md");
    const replaced = await send(replaceDocument, tenant, { id, body: form("New.", undefined, "anything.md") });
    expect([replaced.status, await replaced.json()]).toMatchObject([202, { id, name: "plan.md", version: 2 }]);
    expect((await send(removeDocument, tenant, { id })).status).toBe(204);
    for (const route of [getDocument, removeDocument, retryDocument]) expect((await send(route, tenant, { id })).status).toBe(404);
  });

  it("are tried again only when they failed", async () => {
    const { id } = await upload(tenant, "Waiting.", "waiting.md");
    const response = await send(retryDocument, tenant, { id });
    expect([response.status, await problemOf(response)]).toMatchObject([409, { code: "conflict" }]);
  });

  it("arrive byte for byte", async () => {
    const bytes = Uint8Array.from(Buffer.from(randomBytes(6 * 1024 * 1024).toString("hex")));
    expect(await upload(tenant, bytes, "large.txt")).toMatchObject({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  });
});

describe("the audit log", () => {
  /** What the log says of documents, the newest first. */
  const logOf = async (of: TestTenant) => (await listAudit(await ownerScope(of), { area: "document", limit: 50 })).map(({ action, targetName, before, after }) => [action, targetName, before.version ?? null, after.version ?? null]);

  it("tells what was done to documents, and nothing of what was refused or changed nothing", async () => {
    const own = await newTenant();
    requestCookie.token = own.token;
    const { id } = await upload(own, "One.", "log.md");
    await upload(own, "One.", "log.md");
    await upload(own, "Two.", "log.md");
    await send(replaceDocument, own, { id, body: form("Three.") });
    await send(replaceDocument, own, { id, body: form("Three.") });
    await send(retryDocument, own, { id });
    await send(uploadDocument, own, { body: form("", "empty.md") });
    await send(removeDocument, own, { id });
    await send(removeDocument, own, { id });
    expect(await logOf(own)).toEqual([
      ["document.removed", "log.md", 3, null],
      ["document.replaced", "log.md", null, 3],
      ["document.replaced", "log.md", null, 2],
      ["document.uploaded", "log.md", null, 1],
    ]);
  });

  it("stays as it was when another customer tries", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    requestCookie.token = own.token;
    const { id } = await upload(own, "Mine.", "mine.md");
    const before = await logOf(own);
    requestCookie.token = other.token;
    await send(removeDocument, own, { id });
    await send(removeDocument, other, { id });
    expect([await logOf(own), await logOf(other)]).toEqual([before, []]);
  });
});

describe("a refusal of the engine", () => {
  it.each<[string, FormData, number, string]>([
    ["an empty file", form("", "empty.md"), 422, "empty_file"],
    ["text that says it is a PDF", form("hello", "a.pdf"), 422, "content_mismatch"],
    ["a name without anything to see", form("hello", " ../.. "), 422, "validation_failed"],
    ["a form without a file", new FormData(), 422, "validation_failed"],
  ])("of %s reaches the person in its own words", async (_what, body, status, code) => {
    const response = await send(uploadDocument, tenant, { body });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect([response.status, await problemOf(response)]).toMatchObject([status, { code, detail: expect.stringMatching(/\.$/) }]);
  });

  it("comes before the first byte for what is announced as too large", async () => {
    const unread = new ReadableStream({ pull: () => Promise.reject(new Error("It was read.")) }, { highWaterMark: 0 });
    const headers = { ...OWN_PAGE, "content-type": "multipart/form-data; boundary=b", "content-length": String(MAX_FILE_BYTES + 1_000_000) };
    const response = await send(uploadDocument, tenant, { body: unread, headers });
    expect([response.status, await problemOf(response)]).toMatchObject([413, { code: "too_large" }]);
  });

  it("leaves nothing of an upload that breaks off", async () => {
    const breaking = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('--b\r\ncontent-disposition: form-data; name="file"; filename="half.md"\r\n\r\nhalf'));
      },
      pull: (controller) => controller.error(new Error("The connection is gone.")),
    });
    const response = await send(uploadDocument, tenant, { body: breaking, headers: { ...OWN_PAGE, "content-type": "multipart/form-data; boundary=b" } });
    expect([response.status, await problemOf(response)]).toMatchObject([400, { code: "malformed_request" }]);
    const client = await openVault(await ownerScope(tenant));
    expect((await client.documents.list({ name: "half.md" })).data).toEqual([]);
  });
});

describe("who may do what with documents", () => {
  const WRITING = [uploadDocument, replaceDocument, removeDocument, retryDocument];
  const OF_ONE = [getDocument, replaceDocument, removeDocument, retryDocument];
  const bodyFor = (route: Route) => (route === uploadDocument || route === replaceDocument ? { body: form("Mine now.", "mine.md") } : {});

  it.each(OF_ONE)("answers another customer's document like an absent one: $contract.method $contract.path", async (route) => {
    const other = await newTenant();
    requestCookie.token = other.token;
    const foreign = await upload(other, "Theirs.", "theirs.md");
    requestCookie.token = tenant.token;
    const answers = await Promise.all([
      send(route, tenant, { id: foreign.id, ...bodyFor(route) }),
      send(route, tenant, { id: "doc_0000000000000000000000000", ...bodyFor(route) }),
      send(route, tenant, { id: "no%20id", ...bodyFor(route) }),
      send(route, other, { id: foreign.id, ...bodyFor(route) }),
      send(route, { org: "absent", project: "absent" }, { id: foreign.id, ...bodyFor(route) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const [first, ...others] = await Promise.all(answers.map(problemOf));
    for (const body of others) expect(body).toEqual(first);
    requestCookie.token = other.token;
    expect(await (await send(getDocument, other, { id: foreign.id })).json()).toEqual(foreign);
  });

  it.each([listDocuments, uploadDocument])("answers another customer's project like an absent one: $contract.method $contract.path", async (route) => {
    const other = await newTenant();
    const answers = await Promise.all([send(route, other, bodyFor(route)), send(route, { org: tenant.org, project: "absent" }, bodyFor(route))]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const [first, second] = await Promise.all(answers.map(problemOf));
    expect(second).toEqual(first);
  });

  it("lists nothing of another customer's", async () => {
    const other = await newTenant();
    requestCookie.token = other.token;
    expect(documentListSchema.parse(await (await send(listDocuments, other)).json())).toEqual({ data: [], nextCursor: null });
  });

  it("lets a member and a reader look and change nothing", async () => {
    const document = await upload(tenant, "Look only.", "look.md");
    for (const role of ["member", "reader"] as const) {
      requestCookie.token = (await newMember(tenant, role)).token;
      expect((await send(listDocuments, tenant)).status).toBe(200);
      expect((await send(getDocument, tenant, { id: document.id })).status).toBe(200);
      const refused = await Promise.all(WRITING.map((route) => send(route, tenant, { id: document.id, ...bodyFor(route) })));
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
    requestCookie.token = tenant.token;
    expect(await (await send(getDocument, tenant, { id: document.id })).json()).toEqual(document);
  });

  it.each([listDocuments, uploadDocument, ...OF_ONE])("asks for a session: $contract.method $contract.path", async (route) => {
    requestCookie.token = undefined;
    const response = await send(route, tenant, { id: "doc_0000000000000000000000000", ...bodyFor(route) });
    expect([response.status, await problemOf(response)]).toMatchObject([401, { code: "unauthorized" }]);
  });

  it.each(WRITING)("lets no other site act for a person: $contract.method $contract.path", async (route) => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await send(route, tenant, { id: "doc_0000000000000000000000000", headers, ...bodyFor(route) })).status).toBe(403);
  });
});
