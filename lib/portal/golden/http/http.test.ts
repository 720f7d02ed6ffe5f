import { createHash } from "node:crypto";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { isSignedBy } from "@/lib/platform/crypto/signing";
import { appUrl } from "@/lib/platform/env";
import { getQuestionsFile } from "@/lib/portal/golden/http/get-questions-file";
import { getRun } from "@/lib/portal/golden/http/get-run";
import { getRunReport } from "@/lib/portal/golden/http/get-run-report";
import { getSigningKey } from "@/lib/portal/golden/http/get-signing-key";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";
import { ScriptedEngine } from "@/lib/portal/testing/scripted-engine";
import { REFUSED_QUESTION } from "@/lib/portal/testing/switched-on";

const engine = vi.hoisted<{ current: ScriptedEngine | undefined }>(() => ({ current: undefined }));
vi.mock("@/lib/portal/vault", async (original) => ({ ...(await original<object>()), openVault: () => Promise.resolve(engine.current?.client) }));
vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

async function tenantWithRun(): Promise<TestTenant> {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  await saveGoldenQuestion(scope, REFUSED_QUESTION);
  await executeRun(scope, { subject: (await startRun(scope, "hand")).id, attempt: 1, signal: new AbortController().signal });
  return tenant;
}

const get = (route: { handle(request: Request): Promise<Response> }, { org, project }: Pick<TestTenant, "org" | "project">, below: string) =>
  route.handle(new Request(`${appUrl()}/t/${org}/${project}/api/golden${below}`));

describe("the routes of golden questions", () => {
  beforeEach(() => {
    engine.current = new ScriptedEngine();
    requestCookie.token = undefined;
  });

  it("tell how far a run is, and hand it on signed, with a table whose digest is signed too", async () => {
    const tenant = await tenantWithRun();
    requestCookie.token = tenant.token;
    expect(await (await get(getRun, tenant, "/runs/1")).json()).toMatchObject({ number: 1, status: "done", done: 1, passed: 1 });
    const json = await get(getRunReport, tenant, "/runs/1/report?format=json");
    expect(json.headers.get("content-disposition")).toContain("golden-run-1.json");
    const signed = await json.json();
    const { publicKey } = await (await getSigningKey.handle(new Request(`${appUrl()}/api/signing-key`))).json();
    expect(isSignedBy(publicKey, signed)).toBe(true);
    expect(isSignedBy(publicKey, { ...signed, payload: { ...signed.payload, project: "another" } })).toBe(false);
    const csv = Buffer.from(await (await get(getRunReport, tenant, "/runs/1/report?format=csv")).arrayBuffer());
    expect(csv.toString("utf8")).toContain("Jupiter");
    expect(createHash("sha256").update(csv).digest("hex")).toBe(signed.payload.csvSha256);
  });

  it("give the questions as files", async () => {
    const tenant = await tenantWithRun();
    requestCookie.token = tenant.token;
    expect(await (await get(getQuestionsFile, tenant, "/questions?format=csv")).text()).toContain("Jupiter");
    expect(await (await get(getQuestionsFile, tenant, "/questions?format=json")).json()).toMatchObject({ questions: [{ mustBeRefused: true }] });
    expect((await get(getQuestionsFile, tenant, "/questions?format=exe")).status).toBe(422);
  });

  it("are not there for another customer, and not for a role that may not read them", async () => {
    const [own, other] = [await tenantWithRun(), await newTenant()];
    const reader = await newMember(own, "reader");
    const statuses = async () =>
      Promise.all([get(getRun, own, "/runs/1"), get(getRunReport, own, "/runs/1/report?format=json"), get(getQuestionsFile, own, "/questions?format=csv")].map(async (answer) => (await answer).status));
    expect(await statuses()).toEqual([401, 401, 401]);
    requestCookie.token = other.token;
    expect(await statuses()).toEqual([404, 404, 404]);
    expect((await get(getRun, other, "/runs/1")).status).toBe(404);
    requestCookie.token = reader.token;
    expect(await statuses()).toEqual([403, 403, 403]);
  });
});
