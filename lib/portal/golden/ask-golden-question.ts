import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import type { ChatAnswer } from "@/lib/engine/contract";
import type { AskedQuestion, OtherAnswer } from "@/lib/portal/golden/golden-question";
import { opinionsOf } from "@/lib/portal/golden/opinion/opinions-of";
import { judge, type Judgement } from "@/lib/portal/golden/verdict";

/** What came of a question, with what it cost. */
export interface Outcome {
  answer: ChatAnswer;
  others: OtherAnswer[];
  judgement: Judgement;
  /** From the first call to the last, in ms. */
  tookMs: number;
}

/**
 * Asks a question and its other wordings, each on its own as any end user would, without leaving a conversation behind, and judges what comes back. An
 * answer that a model wrote is asked for twice, for it may differ. A model gives its opinion where the question wants one. Throws what the engine throws.
 */
export async function askGoldenQuestion(client: EngineClient, asked: AskedQuestion, signal?: AbortSignal): Promise<Outcome> {
  const started = performance.now();
  const ask = (question: string) => client.chat({ question, store: false }, { signal });
  const answer = await ask(asked.question);
  const again = answer.mode === "generated" ? [asked.question] : [];
  const others: OtherAnswer[] = [];
  for (const question of [...again, ...asked.wordings]) others.push({ question, answer: await ask(question) });
  const opinions = await opinionsOf(asked, [answer, ...others.map((other) => other.answer)], signal);
  return { answer, others, judgement: judge(asked, answer, others, opinions), tookMs: Math.round(performance.now() - started) };
}
