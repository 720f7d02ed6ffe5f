import "server-only";

import type { ProjectScope } from "@/lib/engine/scope";
import type { Found } from "@/lib/engine/search/index/find-passages";
import { embedderOf } from "@/lib/engine/search/model/embedder-of";
import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { BUILT_IN, type IndexModel, isSameModel } from "@/lib/engine/search/model/index-model";
import { type Question, readQuestion } from "@/lib/engine/search/question/read-question";
import { log } from "@/lib/platform/log";

/** The models of projects' vectors as this process last saw them; what is not there is thought to be the built-in one. */
const seen = new Map<string, IndexModel>();
/** More projects than this are not remembered. */
const MOST_SEEN = 10_000;

/** How long a server that failed is left alone, in ms; questions are answered by their words meanwhile. */
const REST_MS = { shortest: 15_000, longest: 60_000 };
const resting = new Map<string, number>();

/**
 * Embeds a question with the model of the project's vectors and searches. The search itself says which model that is: when it has
 * changed, the question is embedded once more. Where it cannot be embedded, it is searched for by its words.
 */
export async function askIndex(scope: ProjectScope, text: string, find: (question: Question) => Promise<Found>): Promise<{ question: Question; found: Found }> {
  const model = seen.get(scope.projectId) ?? BUILT_IN;
  const first = await ask(text, model, find);
  if (isSameModel(first.found.model, model)) return first;
  remember(scope.projectId, first.found.model);
  const second = await ask(text, first.found.model, find);
  if (second.question.model === undefined || isSameModel(second.found.model, first.found.model)) return second;
  // Put in another's place twice during one question: the words find something whatever it is now.
  return ask(text, undefined, find);
}

async function ask(text: string, model: IndexModel | undefined, find: (question: Question) => Promise<Found>) {
  const question = await embedded(text, model);
  return { question, found: await find(question) };
}

async function embedded(text: string, model: IndexModel | undefined): Promise<Question> {
  if (model === undefined) return readQuestion(text);
  if (performance.now() < (resting.get(model.name) ?? 0)) return readQuestion(text);
  try {
    return readQuestion(text, { vector: await (await embedderOf(model)).embedQuestion(text), model });
  } catch (thrown) {
    if (!(thrown instanceof EmbeddingFailure)) throw thrown;
    const ms = Math.min(Math.max(REST_MS.shortest, thrown.retryAfterSeconds * 1_000), REST_MS.longest);
    resting.set(model.name, performance.now() + ms);
    log.warn({ fault: thrown.fault, model: model.name, seconds: ms / 1_000 }, "questions are answered by their words: they cannot be embedded");
    return readQuestion(text);
  }
}

function remember(projectId: string, model: IndexModel): void {
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(projectId, model);
}
