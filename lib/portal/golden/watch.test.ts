import { beforeEach, describe, expect, it, vi } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { changeRule, DEFAULT_RULE, type GoldenRule } from "@/lib/portal/golden/rule";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { answerSettingsChanged, documentsChanged, watchGoldenQuestions } from "@/lib/portal/golden/watch";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { readyDocument, ScriptedEngine } from "@/lib/portal/testing/scripted-engine";
import { REFUSED_QUESTION } from "@/lib/portal/testing/switched-on";

const engine = vi.hoisted<{ current: ScriptedEngine | undefined }>(() => ({ current: undefined }));
vi.mock("@/lib/portal/vault", async (original) => ({
  ...(await original<object>()),
  openVault: () => Promise.resolve(engine.current?.client),
}));

let script: ScriptedEngine;

beforeEach(() => {
  script = new ScriptedEngine();
  script.documents = [readyDocument("leave.md")];
  engine.current = script;
});

const signal = new AbortController().signal;
const watch = (scope: TenantScope, subject = "") => watchGoldenQuestions(scope, { subject });
const triggers = async (scope: TenantScope) => (await listRuns(scope, 10)).map(({ trigger }) => trigger);

async function tenantWithRun(rule: Partial<GoldenRule> = {}): Promise<TenantScope> {
  const scope = await ownerScope(await newTenant());
  await saveGoldenQuestion(scope, REFUSED_QUESTION);
  await changeRule(scope, { ...DEFAULT_RULE, ...rule });
  await executeRun(scope, { subject: (await startRun(scope, "hand")).id, attempt: 1, signal });
  return scope;
}

describe("the watch over golden questions", () => {
  it("runs them when the documents are others, once all have settled", async () => {
    const scope = await tenantWithRun();
    await watch(scope);
    expect(await triggers(scope)).toEqual(["hand"]);
    script.documents = [readyDocument("leave.md", 2), { ...readyDocument("new.md"), status: "indexing", answers: false }];
    expect((await watch(scope))?.getTime()).toBeLessThan(Date.now() + 60_000);
    expect(await triggers(scope)).toEqual(["hand"]);
    script.documents = [readyDocument("leave.md", 2), readyDocument("new.md")];
    await watch(scope);
    await watch(scope);
    expect(await triggers(scope)).toEqual(["change", "hand"]);
  });

  it("leaves them alone when the rule says so", async () => {
    const scope = await tenantWithRun({ runOnChange: false });
    script.documents = [];
    await watch(scope);
    await watch(scope, "settings");
    expect(await triggers(scope)).toEqual(["hand"]);
  });

  it("runs them by the schedule, and comes back in time for it", async () => {
    const scope = await tenantWithRun({ runEveryHours: 1 });
    const again = await watch(scope);
    expect(again?.getTime()).toBeLessThanOrEqual(Date.now() + 15 * 60_000);
    const past = new Date(Date.now() - 61 * 60_000);
    await withOrganisation(scope, (tx) => tx.goldenRun.updateMany({ where: { organisationId: scope.organisation.id }, data: { createdAt: past } }));
    await watch(scope);
    expect(await triggers(scope)).toEqual(["schedule", "hand"]);
  });

  it("runs them after a change of settings, whatever the documents", async () => {
    const scope = await tenantWithRun();
    expect(await watch(scope, "settings")).toBeUndefined();
    expect(await triggers(scope)).toEqual(["change", "hand"]);
  });

  it("ends with the last question", async () => {
    expect(await watch(await ownerScope(await newTenant()))).toBeUndefined();
  });

  it("gathers changes: each moves the next look", async () => {
    const scope = await tenantWithRun();
    const due = async () => (await withOrganisation(scope, (tx) => tx.job.findMany({ where: { organisationId: scope.organisation.id, kind: "golden.watch" }, orderBy: { subject: "asc" } }))).map(({ dueAt }) => dueAt.getTime());
    await withOrganisation(scope, (tx) => documentsChanged(tx, scope));
    const [first = 0] = await due();
    expect(first).toBeGreaterThan(Date.now());
    await withOrganisation(scope, (tx) => documentsChanged(tx, scope));
    await withOrganisation(scope, (tx) => answerSettingsChanged(tx, scope));
    const [moved = 0, settings = 0] = await due();
    expect(moved).toBeGreaterThanOrEqual(first);
    expect(settings).toBeLessThanOrEqual(Date.now() + 15_000);
  });
});
