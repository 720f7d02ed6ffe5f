import { describe, expect, it } from "vitest";

import type { EngineClient } from "@/lib/engine/client";
import type { ChatInput } from "@/lib/engine/contract";
import { askAndKeep } from "@/lib/portal/chat/ask-and-keep";
import { changeCareSetting } from "@/lib/portal/conversations/care-setting";
import { expireConversations } from "@/lib/portal/conversations/expire-conversations";
import { withOrganisation } from "@/lib/portal/database";
import { type Quota, UNLIMITED } from "@/lib/portal/quota/quota";
import { setQuota } from "@/lib/portal/quota/set-quota";
import type { TenantScope } from "@/lib/portal/scope";
import { answerOf } from "@/lib/portal/testing/kept-answer";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { ScriptedEngine } from "@/lib/portal/testing/scripted-engine";
import { usageOf } from "@/lib/portal/usage/usage-of";
import { dayOf } from "@/lib/portal/usage/period";
import { openVault } from "@/lib/portal/vault";

const OPERATOR = { kind: "operator", id: null, name: "Test" } as const;
const { signal } = new AbortController();

/** An engine that answers everything, and remembers how it was asked. */
function answering(grounding: "answered" | "refused" = "answered"): { client: EngineClient; asked: ChatInput[] } {
  const asked: ChatInput[] = [];
  const chatStream: EngineClient["chatStream"] = async function* (input) {
    asked.push(input);
    await Promise.resolve();
    yield { event: "done", data: answerOf({ grounding }) };
  };
  return { client: { ...new ScriptedEngine().client, chatStream }, asked };
}

async function ask(scope: TenantScope, client: EngineClient, input: ChatInput): Promise<void> {
  for await (const event of askAndKeep(scope, client, input, signal)) expect(event.event).toBe("done");
}

async function limited(quota: Partial<Quota>): Promise<TenantScope> {
  const scope = await ownerScope(await newTenant());
  await setQuota(scope.organisation.id, { ...UNLIMITED, ...quota }, OPERATOR);
  return scope;
}

const messages = (scope: TenantScope) => withOrganisation(scope, (tx) => tx.conversationMessage.findMany({ where: { organisationId: scope.organisation.id, projectId: scope.project.id } }));
const today = () => dayOf(new Date());

describe("asking", () => {
  it("keeps and counts each answer, by how many at once ever", async () => {
    const scope = await ownerScope(await newTenant());
    const { client } = answering("refused");
    await Promise.all(Array.from({ length: 12 }, () => ask(scope, client, { question: "How long is leave?" })));
    const [day] = (await usageOf(scope, { from: today(), until: today() })).flatMap(({ days }) => days);
    expect(day).toMatchObject({ questions: 12, refused: 12, uncertain: 0, people: 1 });
    expect(day?.times.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(new Set((await messages(scope)).map(({ gapId }) => gapId)).size).toBe(1);
  });

  it("ends at the limit, also when many ask at once, with one warning at 80 % and one at the end", async () => {
    const scope = await limited({ questions: 5 });
    const { client, asked } = answering();
    const outcomes = await Promise.allSettled(Array.from({ length: 14 }, () => ask(scope, client, { question: "How long is leave?" })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "quota_reached", message: expect.stringContaining("5 questions") });
    expect(asked).toHaveLength(5);
    const warned = await withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: "quota.warned" }, orderBy: { sequence: "asc" } }));
    expect(warned.map(({ after }) => after)).toMatchObject([{ percent: 80, used: 4 }, { percent: 100, used: 5 }]);
  });

  it("does not count what got no answer", async () => {
    const scope = await limited({ questions: 1 });
    const { client } = answering();
    const broken: EngineClient = { ...client, chatStream: () => { throw new Error("broken"); } };
    await expect(ask(scope, broken, { question: "How long is leave?" })).rejects.toThrow("broken");
    await ask(scope, client, { question: "How long is leave?" });
  });

  it("keeps no word anywhere where none are to be kept", async () => {
    const scope = await ownerScope(await newTenant());
    await changeCareSetting(scope, { conversationDays: 0, staleDays: null, helpKind: "none", helpTarget: null });
    const { client, asked } = answering("refused");
    await ask(scope, client, { question: "What does Ada earn?", sessionId: "ses_before" });
    expect(asked).toEqual([{ question: "What does Ada earn?", store: false }]);
    expect(await messages(scope)).toMatchObject([{ question: null, answer: null, gapId: null, grounding: "refused" }]);
    expect((await usageOf(scope, { from: today(), until: today() }))[0]?.days[0]).toMatchObject({ questions: 1 });
  });
});

describe("retention", () => {
  it("deletes what is older, here and in the engine, and writes down how much", async () => {
    const scope = await ownerScope(await newTenant());
    const events = askAndKeep(scope, await openVault(scope), { question: "How long is leave?" }, signal);
    while ((await events.next()).done !== true);
    const before = (await messages(scope)).length;
    expect(before).toBe(1);
    expect(await expireConversations(scope)).toEqual({ messages: 0, gaps: 0, engineMessages: 0, engineSessions: 0 });
    const later = new Date(Date.now() + 91 * 86_400_000);
    expect(await expireConversations(scope, later)).toEqual({ messages: before, gaps: 1, engineMessages: before, engineSessions: before });
    expect(await messages(scope)).toEqual([]);
    const rows = await withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: "conversation.expired" } }));
    expect(rows.map(({ after }) => after)).toMatchObject([{ messages: before, engineMessages: before, days: 90 }]);
  });
});
