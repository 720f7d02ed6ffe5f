import { describe, expect, it } from "vitest";

import { askingState } from "@/lib/portal/asking/asking-state";
import { mayAsk, requireAsking } from "@/lib/portal/asking/may-ask";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { signGoldenQuestions } from "@/lib/portal/golden/signing/sign-golden-questions";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { REFUSED_QUESTION, switchOn } from "@/lib/portal/testing/switched-on";

const passing = REFUSED_QUESTION;
const failing = { question: "How many days of leave do I get?", expectedPhrases: ["15 days"] };
const closed = expect.objectContaining({ code: "conflict" });

describe("asking", () => {
  it("is off at first, and cannot be switched on before a golden question has passed and is signed", async () => {
    const scope = await ownerScope(await newTenant());
    expect(await askingState(scope)).toMatchObject({ enabled: false, changedAt: null, changedBy: null, gate: { open: false, questions: 0 } });
    await expect(setAsking(scope, true)).rejects.toEqual(closed);
    const { id } = await saveGoldenQuestion(scope, passing);
    await expect(setAsking(scope, true)).rejects.toEqual(closed);
    await runGoldenQuestion(scope, id);
    await expect(setAsking(scope, true)).rejects.toEqual(closed);
    await signGoldenQuestions(scope);
    expect(await setAsking(scope, true)).toMatchObject({ enabled: true, changedBy: "Olga Owner", gate: { open: true, passed: 1 } });
  });

  it("cannot be switched on while one question fails, and can always be switched off", async () => {
    const scope = await ownerScope(await newTenant());
    for (const question of [passing, failing]) await runGoldenQuestion(scope, (await saveGoldenQuestion(scope, question)).id);
    await expect(setAsking(scope, true)).rejects.toEqual(closed);
    await expect(signGoldenQuestions(scope)).rejects.toEqual(closed);
    expect(await setAsking(scope, false)).toMatchObject({ enabled: false, changedBy: "Olga Owner", gate: { open: false, questions: 2, passed: 1 } });
  });

  it("opens the chat to end users when it is on, and to admins before that", async () => {
    const tenant = await newTenant();
    const reader = await newMember(tenant, "reader");
    const scope = await ownerScope(tenant);
    const before = await tenantBy(reader.token, tenant.org, tenant.project);
    expect([mayAsk(scope), mayAsk(before)]).toEqual([true, false]);
    await expect(requireAsking(before)).rejects.toEqual(
      expect.objectContaining({ code: "forbidden", message: expect.stringContaining("not switched on yet") }),
    );
    await switchOn(scope);
    expect(mayAsk(await tenantBy(reader.token, tenant.org, tenant.project))).toBe(true);
    await setAsking(scope, false);
    const after = await tenantBy(reader.token, tenant.org, tenant.project);
    expect(mayAsk(after)).toBe(false);
    await expect(requireAsking(after)).rejects.toEqual(expect.objectContaining({ code: "forbidden", message: expect.stringContaining("switched off at the moment") }));
  });

  it("of one customer does not touch another's", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const scope = await ownerScope(own);
    await switchOn(scope);
    expect(await askingState(await ownerScope(other))).toMatchObject({ enabled: false, gate: { questions: 0 } });
  });
});
