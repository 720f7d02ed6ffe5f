import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { env } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { hasModel } from "@/lib/platform/language-model/ask-model";
import { askGoldenQuestion } from "@/lib/portal/golden/ask-golden-question";
import { type CitableDocument, citableDocuments } from "@/lib/portal/golden/citable-documents";
import { askedQuestion, type GoldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { questionsOfPage } from "@/lib/portal/golden/suggestions/questions-of-page";
import { type PageSuggestion, SUGGESTION_KINDS, suggestFromPage } from "@/lib/portal/golden/suggestions/suggest-from-page";
import { inParallel } from "@/lib/portal/operators/in-parallel";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** A question that the documents answer, tried out. */
export interface Suggestion {
  kind: PageSuggestion["kind"];
  input: GoldenQuestionInput;
  excerpt: string;
  document: string;
  page: number;
  /** How it does at the moment. */
  passes: boolean;
  reason: string;
}

/** How much is read and shown. */
const MOST_DOCUMENTS = 40;
const PAGES_OF_EACH = 6;
const MOST_SUGGESTIONS = 24;
const AT_ONCE = 4;
/** So many pages are read by a language model, where one is configured. */
const PAGES_TO_MODEL = 8;

interface PageOf {
  document: CitableDocument;
  page: number;
}
type Candidate = PageSuggestion & PageOf;

/**
 * Suggests questions from the project's documents, read through the door page by page, spread over the documents, each asked once so that the person
 * sees whether it passes: by rules, and where a language model is configured (LLM_URL) also some that it writes from a few of the pages. Nothing is kept.
 */
export async function suggestQuestions(scope: TenantScope): Promise<Suggestion[]> {
  const [client, documents, questions] = await Promise.all([openVault(scope), citableDocuments(scope), listGoldenQuestions(scope)]);
  const known = new Set(questions.flatMap(({ question, wordings }) => [question, ...wordings]).map(folded));
  const pages = documents.slice(0, MOST_DOCUMENTS).flatMap((document) => pagesOf(document).map((page) => ({ document, page })));
  const toModel = new Set(hasModel() ? pages.toSorted((one, other) => one.page - other.page).slice(0, PAGES_TO_MODEL) : []);
  const patience = AbortSignal.timeout(env().LLM_TIMEOUT_MS);
  const read = await inParallel(pages, AT_ONCE, (page) => candidatesOf(scope, client, page, toModel.has(page) ? patience : null));
  const candidates = spread(read.flat().filter(({ question }) => !known.has(folded(question)))).slice(0, MOST_SUGGESTIONS);
  return inParallel(candidates, AT_ONCE, (candidate) => tried(client, candidate));
}

function pagesOf({ pageCount }: CitableDocument): number[] {
  return Array.from({ length: Math.min(pageCount, PAGES_OF_EACH) }, (_, index) => index + 1);
}

async function candidatesOf(scope: TenantScope, client: EngineClient, { document, page }: PageOf, patience: AbortSignal | null): Promise<Candidate[]> {
  const content = await client.documents.page(document.id, page).catch(absentIsNothing);
  if (content === null) return [];
  const written = patience === null ? [] : await questionsOfPage(scope, document, content.text, patience);
  return [...written, ...suggestFromPage(content)].map((suggestion) => ({ ...suggestion, document, page }));
}

/** A document can be deleted or replaced by a shorter one while it is read. */
function absentIsNothing(thrown: unknown): null {
  if (thrown instanceof CitadelError && thrown.code === "not_found") return null;
  throw thrown;
}

/** One of each document in turn, the most natural kinds first, no question twice. */
function spread(candidates: readonly Candidate[]): Candidate[] {
  const unique = [...new Map(candidates.map((candidate) => [folded(candidate.question), candidate])).values()];
  const rank = ({ kind }: Candidate) => SUGGESTION_KINDS.indexOf(kind);
  const byDocument = Map.groupBy(unique, ({ document }) => document.id);
  const turns = [...byDocument.values()].flatMap((own) => own.sort((one, other) => rank(one) - rank(other)).map((candidate, turn) => ({ candidate, turn })));
  return turns.sort((one, other) => one.turn - other.turn || rank(one.candidate) - rank(other.candidate)).map(({ candidate }) => candidate);
}

async function tried(client: EngineClient, { kind, question, expectedPhrases, referenceAnswer, excerpt, document, page }: Candidate): Promise<Suggestion> {
  const expectedDocument = { id: document.id, name: document.name };
  const input = { question, expectedPhrases, referenceAnswer, expectedDocument, expectedPage: document.pageCount === 1 ? null : page };
  const { judgement } = await askGoldenQuestion(client, askedQuestion.parse(input));
  return { kind, input, excerpt, document: document.name, page, passes: judgement.passed, reason: judgement.reason };
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
