import { setAsking } from "@/lib/portal/asking/set-asking";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { signGoldenQuestions } from "@/lib/portal/golden/signing/sign-golden-questions";
import type { TenantScope } from "@/lib/portal/scope";

/** A question that passes in a project without documents. */
export const REFUSED_QUESTION = { question: "How long does the orbit of Jupiter take?", expectsRefusal: true };

/** Has one golden question pass and signs it, so that the gate is open. */
export async function openGate(scope: TenantScope): Promise<void> {
  await runGoldenQuestion(scope, (await saveGoldenQuestion(scope, REFUSED_QUESTION)).id);
  await signGoldenQuestions(scope);
}

/** Switches "Ask your docs" on by the whole way: question, run, signature. */
export async function switchOn(scope: TenantScope): Promise<void> {
  await openGate(scope);
  await setAsking(scope, true);
}
