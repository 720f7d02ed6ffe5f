import "server-only";

import { sha256 } from "@/lib/platform/crypto/token";
import type { PageSuggestion } from "@/lib/portal/golden/suggestions/suggest-from-page";
import { writeQuestions } from "@/lib/portal/golden/suggestions/write-questions";
import type { TenantScope } from "@/lib/portal/scope";

/** How long a process remembers what the model wrote to a page, in ms, and to how many pages. */
const REMEMBERED_MS = 15 * 60_000;
const MOST_REMEMBERED = 500;

/** By project, document and text, so that nothing that was written for one project is found by another. A Map keeps its order: the oldest stand first. */
const remembered = new Map<string, PageSuggestion[]>();

/**
 * The questions that the configured language model writes to a page of the scope's project; looking at the suggestions again soon does not ask it, and pay for it, again.
 * What came to nothing is asked for anew.
 */
export async function questionsOfPage(scope: TenantScope, document: { id: string; name: string }, text: string, signal: AbortSignal): Promise<PageSuggestion[]> {
  const key = sha256(JSON.stringify([scope.organisation.id, scope.project.id, document.id, document.name, text])).toString("base64url");
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const questions = await writeQuestions(document.name, text, signal);
  if (questions.length > 0) remember(key, questions);
  return questions;
}

function remember(key: string, questions: PageSuggestion[]): void {
  remembered.set(key, questions);
  setTimeout(() => remembered.delete(key), REMEMBERED_MS).unref();
  for (const oldest of remembered.keys()) if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
}
