import "server-only";

import type { ChatAnswer } from "@/lib/engine/contract";
import type { AskedQuestion, Opinions } from "@/lib/portal/golden/golden-question";
import { askOpinion } from "@/lib/portal/golden/opinion/ask-opinion";

/**
 * What a model thinks of a question's answers, by their text, as far as the question asks for it: of the first when its opinion is shown, of every one when it counts. Answers that
 * are the same are compared once.
 */
export async function opinionsOf(asked: AskedQuestion, answers: readonly ChatAnswer[], signal?: AbortSignal): Promise<Opinions> {
  const { question, referenceAnswer: reference, modelOpinion } = asked;
  const opinions = new Map<string, NonNullable<ReturnType<Opinions["get"]>>>();
  if (modelOpinion === "none" || reference === null) return opinions;
  const written = answers.filter(({ refused }) => !refused).map(({ answer }) => answer);
  for (const answer of new Set(modelOpinion === "counts" ? written : written.slice(0, answers[0]?.refused === false ? 1 : 0))) {
    const opinion = await askOpinion({ question, reference, answer }, signal);
    if (opinion !== undefined) opinions.set(answer, opinion);
  }
  return opinions;
}
