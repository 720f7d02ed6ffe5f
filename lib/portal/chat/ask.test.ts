import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { type ChatAnswer, chatAnswerSchema } from "@/lib/engine/contract";
import { appUrl } from "@/lib/platform/env";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { ask } from "@/lib/portal/chat/ask";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";
import { switchOn } from "@/lib/portal/testing/switched-on";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

const QUESTION = "How many days of leave do I get?";

function send({ org, project }: Pick<TestTenant, "org" | "project">, body: unknown = { question: QUESTION }, headers: Record<string, string> = { "sec-fetch-site": "same-origin" }) {
  return ask.handle(new Request(`${appUrl()}/t/${org}/${project}/api/chat`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** The events of a response, in order. */
async function eventsOf(response: Response): Promise<{ event: string; data: unknown }[]> {
  const text = await response.text();
  return [...text.matchAll(/event: (.*)\ndata: (.*)\n\n/g)].map(([, event = "", data = ""]) => ({ event, data: JSON.parse(data) }));
}

async function answerOf(response: Response): Promise<ChatAnswer> {
  return chatAnswerSchema.parse((await eventsOf(response)).find(({ event }) => event === "done")?.data);
}

const delta = z.object({ event: z.literal("delta"), data: z.object({ text: z.string() }) });
const problem = z.looseObject({ requestId: z.string().transform(() => undefined) });

/** A problem without its request id. */
async function problemOf(response: Response): Promise<unknown> {
  return problem.parse(await response.json());
}

describe("asking in the portal", () => {
  beforeEach(() => {
    requestCookie.token = undefined;
  });

  it("streams the engine's events, which add up to the answer", async () => {
    const tenant = await newTenant();
    requestCookie.token = tenant.token;
    const response = await send(tenant);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    const events = await eventsOf(response);
    expect(events[0]).toEqual({ event: "status", data: { phase: "searching" } });
    const answer = chatAnswerSchema.parse(events.at(-1)?.data);
    expect(answer).toMatchObject({ grounding: "refused", citations: [] });
    const texts = events.flatMap((event) => delta.safeParse(event).data?.data.text ?? []);
    expect(texts.join("")).toBe(answer.answer);
  });

  it("goes on with its own session", async () => {
    const tenant = await newTenant();
    requestCookie.token = tenant.token;
    const { sessionId } = await answerOf(await send(tenant));
    expect((await answerOf(await send(tenant, { question: "And in Spain?", sessionId }))).sessionId).toBe(sessionId);
  });

  it("answers another customer's session, project and organisation as absent ones", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    requestCookie.token = other.token;
    const { sessionId } = await answerOf(await send(other));
    requestCookie.token = own.token;
    const answers = await Promise.all([
      send(own, { question: QUESTION, sessionId }),
      send(own, { question: QUESTION, sessionId: "ses_absent" }),
      send(other),
      send(other, { question: QUESTION, sessionId }),
      send({ org: own.org, project: "absent" }),
      send({ org: "absent", project: "absent" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const [first, ...others] = await Promise.all(answers.map(problemOf));
    for (const body of others) expect(body).toEqual(first);
  });

  it("tells an end user that it is not switched on yet, and answers once it is", async () => {
    const tenant = await newTenant();
    const reader = await newMember(tenant, "reader");
    requestCookie.token = reader.token;
    const refused = await send(tenant);
    expect(refused.status).toBe(403);
    expect(await problemOf(refused)).toMatchObject({ code: "forbidden", detail: expect.stringContaining("not switched on yet") });

    const scope = await ownerScope(tenant);
    await switchOn(scope);
    expect((await send(tenant)).status).toBe(200);
    await setAsking(scope, false);
    expect((await send(tenant)).status).toBe(403);
  });

  it("asks for a session, for its own origin, and for a question", async () => {
    const tenant = await newTenant();
    expect((await send(tenant)).status).toBe(401);
    requestCookie.token = tenant.token;
    expect((await send(tenant, { question: QUESTION }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send(tenant, { question: "  " })).status).toBe(422);
    expect((await send(tenant, { question: "x".repeat(4_001) })).status).toBe(422);
    expect((await send(tenant, { question: QUESTION, sessionId: 7 })).status).toBe(422);
  });
});
