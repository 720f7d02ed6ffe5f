import { beforeEach, describe, expect, it, vi } from "vitest";

import { askingState } from "@/lib/portal/asking/asking-state";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { whyOff } from "@/lib/portal/asking/why-off";
import { withOrganisation } from "@/lib/portal/database";
import { changeGoldenQuestion } from "@/lib/portal/golden/change-golden-question";
import { deleteGoldenQuestion } from "@/lib/portal/golden/delete-golden-question";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { changeRule, DEFAULT_RULE } from "@/lib/portal/golden/rule";
import { cancelRun } from "@/lib/portal/golden/runs/cancel-run";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import { overruleVerdict, takeBackOverruling } from "@/lib/portal/golden/runs/overrule-verdict";
import { runReport } from "@/lib/portal/golden/runs/run-report";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { signGoldenQuestions } from "@/lib/portal/golden/signing/sign-golden-questions";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { readyDocument, ScriptedEngine } from "@/lib/portal/testing/scripted-engine";

const engine = vi.hoisted<{ current: ScriptedEngine | undefined }>(() => ({ current: undefined }));
vi.mock("@/lib/portal/vault", async (original) => ({
  ...(await original<object>()),
  openVault: () => Promise.resolve(engine.current?.client),
}));

const QUESTION = "How many days of leave do I get?";
const leave = { question: QUESTION, expectedPhrases: ["15 days"] };
const refusal = { question: "What is the moon made of?", expectsRefusal: true };
const conflict = expect.objectContaining({ code: "conflict" });
const absent = expect.objectContaining({ code: "not_found" });

let script: ScriptedEngine;

beforeEach(() => {
  script = new ScriptedEngine();
  script.documents = [readyDocument("leave.md")];
  script.answers.set(QUESTION, "You get 15 days of leave.");
  engine.current = script;
});

const execute = (scope: TenantScope, id: string, signal = new AbortController().signal, attempt = 1) =>
  executeRun(scope, { subject: id, attempt, signal });

/** A tenant with the two questions. */
async function tenantWithQuestions(): Promise<TenantScope> {
  const scope = await ownerScope(await newTenant());
  for (const question of [leave, refusal]) await saveGoldenQuestion(scope, question);
  return scope;
}

async function run(scope: TenantScope) {
  const { id, number } = await startRun(scope, "hand");
  await execute(scope, id);
  return runReport(scope, number);
}

describe("a run", () => {
  it("asks every question, and keeps what it rested on", async () => {
    const scope = await tenantWithQuestions();
    const { run: done, results, documents } = await run(scope);
    expect(done).toMatchObject({ number: 1, status: "done", trigger: "hand", startedBy: "Olga Owner", total: 2, done: 2, passed: 2, asked: 2, tokens: 0 });
    expect(results.map(({ asked, verdict }) => [asked.question, verdict.passed])).toEqual([
      [QUESTION, true],
      [refusal.question, true],
    ]);
    expect(documents).toEqual([{ id: "doc_leave.md", name: "leave.md", version: 1, sha256: "leave.md 1" }]);
    expect((await listGoldenQuestions(scope)).map(({ latest }) => latest?.runId)).toEqual([done.id, done.id]);
  });

  it("is one at a time, and needs a question", async () => {
    const scope = await ownerScope(await newTenant());
    await expect(startRun(scope, "hand")).rejects.toEqual(conflict);
    await saveGoldenQuestion(scope, leave);
    const starts = await Promise.allSettled([startRun(scope, "hand"), startRun(scope, "hand"), startRun(scope, "hand")]);
    expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listRuns(scope, 10)).map(({ number, status }) => [number, status])).toEqual([[1, "waiting"]]);
  });

  it("goes on where it was when its worker dies, and asks nothing twice", async () => {
    const scope = await tenantWithQuestions();
    const { id, number } = await startRun(scope, "hand");
    const died = new AbortController();
    const asked: string[] = [];
    script.onAsk = (question) => {
      asked.push(question);
      if (question === refusal.question) died.abort(new Error("died"));
    };
    await expect(execute(scope, id, died.signal)).rejects.toThrow("died");
    script.onAsk = (question) => void asked.push(question);
    await execute(scope, id);
    expect((await runReport(scope, number)).run).toMatchObject({ status: "done", done: 2, passed: 2 });
    expect(asked.filter((question) => question === refusal.question)).toHaveLength(2);
    await execute(scope, id);
    expect((await runReport(scope, number)).run).toMatchObject({ status: "done", done: 2 });
  });

  it("fails in the end when the engine does not answer", async () => {
    const scope = await tenantWithQuestions();
    const { id, number } = await startRun(scope, "hand");
    script.onAsk = () => {
      throw new Error("no engine");
    };
    await expect(execute(scope, id)).rejects.toThrow("no engine");
    expect((await runReport(scope, number)).run.status).toBe("running");
    await execute(scope, id, undefined, 4);
    expect((await runReport(scope, number)).run).toMatchObject({ status: "failed", done: 0, outcome: null });
  });

  it("can be cancelled while it waits and while it runs", async () => {
    const scope = await tenantWithQuestions();
    const waiting = await startRun(scope, "hand");
    await cancelRun(scope, waiting.id);
    await execute(scope, waiting.id);
    expect((await runReport(scope, 1)).run).toMatchObject({ status: "cancelled", done: 0 });
    const running = await startRun(scope, "hand");
    script.onAsk = () => cancelRun(scope, running.id);
    await execute(scope, running.id);
    expect((await runReport(scope, 2)).run).toMatchObject({ status: "cancelled", outcome: null });
    await cancelRun(scope, running.id);
    expect((await runReport(scope, 2)).run.status).toBe("cancelled");
  });

  it("keeps its verdicts when a question is changed or deleted", async () => {
    const scope = await tenantWithQuestions();
    await run(scope);
    const [first, second] = await listGoldenQuestions(scope);
    await changeGoldenQuestion(scope, first?.id ?? "", { ...leave, expectedPhrases: ["20 days"] });
    await deleteGoldenQuestion(scope, second?.id ?? "");
    const { results } = await runReport(scope, 1);
    expect(results.map(({ asked }) => asked.expectedPhrases)).toEqual([["15 days"], []]);
    expect((await listGoldenQuestions(scope)).map(({ latest }) => latest)).toEqual([null]);
  });

  it("of another customer is not there", async () => {
    const [own, other] = await Promise.all([tenantWithQuestions(), tenantWithQuestions()]);
    const { run: foreign, results } = await run(other);
    await expect(runReport(own, foreign.number)).rejects.toEqual(absent);
    await expect(cancelRun(own, foreign.id)).rejects.toEqual(absent);
    await expect(overruleVerdict(own, { verdictId: results[0]?.verdict.id ?? "", reason: "mine now" })).rejects.toEqual(absent);
    await execute(own, foreign.id);
    expect(await listRuns(own, 10)).toEqual([]);
    expect(await listRuns(other, 10)).toEqual([foreign]);
  });
});

describe("overruling", () => {
  it("turns a verdict round with a reason, counts, holds for the same answer later, and can be taken back", async () => {
    const scope = await tenantWithQuestions();
    script.answers.set(QUESTION, "Fifteen days of leave.");
    const { results } = await run(scope);
    const verdictId = results[0]?.verdict.id ?? "";
    expect(results[0]?.verdict.passed).toBe(false);
    await expect(overruleVerdict(scope, { verdictId, reason: " " })).rejects.toMatchObject({ code: "validation_failed" });
    await overruleVerdict(scope, { verdictId, reason: "Fifteen is 15." });
    await expect(overruleVerdict(scope, { verdictId, reason: "Again." })).rejects.toEqual(conflict);
    const overruled = await runReport(scope, 1);
    expect(overruled.run.passed).toBe(2);
    expect(overruled.results[0]?.verdict).toMatchObject({ passed: true, overruled: { by: "Olga Owner", reason: "Fifteen is 15." } });
    expect((await run(scope)).results[0]?.verdict).toMatchObject({ passed: true, overruled: { reason: "Fifteen is 15." } });
    script.answers.set(QUESTION, "No leave at all.");
    expect((await run(scope)).results[0]?.verdict).toMatchObject({ passed: false, overruled: null });
    await takeBackOverruling(scope, verdictId);
    expect((await runReport(scope, 1)).run.passed).toBe(1);
    const events = await withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: "golden.overruled" } }));
    expect(events).toHaveLength(2);
  });
});

describe("the rule, when the questions do not pass any more", () => {
  async function switchedOn(onRegression: "warn" | "hold" | "switch-off") {
    const scope = await tenantWithQuestions();
    await changeRule(scope, { ...DEFAULT_RULE, onRegression });
    await run(scope);
    await signGoldenQuestions(scope);
    await setAsking(scope, true);
    return scope;
  }

  it("switches asking off and, once they pass again, on", async () => {
    const scope = await switchedOn("switch-off");
    script.answers.set(QUESTION, "You get 12 days of leave.");
    expect((await run(scope)).run.outcome).toBe("switched-off");
    expect(await askingState(scope)).toMatchObject({ enabled: false, offSinceRun: 2, changedBy: null });
    script.answers.set(QUESTION, "You get 15 days of leave.");
    expect((await run(scope)).run.outcome).toBe("restored");
    expect(await askingState(scope)).toMatchObject({ enabled: true, offSinceRun: null });
  });

  it("leaves asking off when the questions pass as nobody has signed them", async () => {
    const scope = await switchedOn("switch-off");
    const asked = (await listGoldenQuestions(scope)).find(({ question }) => question === QUESTION);
    script.answers.set(QUESTION, "You get 12 days of leave.");
    await run(scope);
    await changeGoldenQuestion(scope, asked?.id ?? "", { question: QUESTION, expectedPhrases: ["12 days"] });
    expect((await run(scope)).run.outcome).toBe("held");
    expect(await whyOff(scope)).toBe("checking");
    await signGoldenQuestions(scope);
    expect((await run(scope)).run.outcome).toBe("restored");
    expect(await askingState(scope)).toMatchObject({ enabled: true, offSinceRun: null });
  });

  it("does not switch on again what a person switched off", async () => {
    const scope = await switchedOn("switch-off");
    script.answers.delete(QUESTION);
    await run(scope);
    await setAsking(scope, false);
    script.answers.set(QUESTION, "You get 15 days of leave.");
    expect((await run(scope)).run.outcome).toBe("held");
    expect(await askingState(scope)).toMatchObject({ enabled: false, changedBy: "Olga Owner" });
  });

  it("warns, or holds the sources, and leaves asking on", async () => {
    const [warned, held] = [await switchedOn("warn"), await switchedOn("hold")];
    script.answers.delete(QUESTION);
    expect([(await run(warned)).run.outcome, (await run(held)).run.outcome]).toEqual(["warned", "documents-held"]);
    expect(await askingState(warned)).toMatchObject({ enabled: true, heldSinceRun: null });
    expect(await askingState(held)).toMatchObject({ enabled: true, heldSinceRun: 2 });
    script.answers.set(QUESTION, "You get 15 days of leave.");
    expect((await run(held)).run.outcome).toBe("restored");
    expect(await askingState(held)).toMatchObject({ enabled: true, heldSinceRun: null });
  });

  it("says nothing before asking was ever on", async () => {
    const scope = await tenantWithQuestions();
    script.answers.delete(QUESTION);
    expect((await run(scope)).run.outcome).toBeNull();
  });
});
