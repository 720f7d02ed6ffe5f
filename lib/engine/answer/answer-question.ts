import "server-only";

import { chooseQuotes } from "@/lib/engine/answer/choose-quotes";
import { composeAnswer } from "@/lib/engine/answer/compose-answer";
import { inContext, type Turn } from "@/lib/engine/answer/follow-up";
import { type Grounding, groundingOf } from "@/lib/engine/answer/grounding";
import { citedBy, type Quote, textOf } from "@/lib/engine/answer/quote";
import { widenPassages } from "@/lib/engine/answer/widen-passages";
import { modelSettings } from "@/lib/engine/answer/writing/model-settings";
import { writeAnswer, type WrittenAnswer } from "@/lib/engine/answer/writing/write-answer";
import { ANSWER_LABEL, type ChatAnswer, type Citation } from "@/lib/engine/contract";
import type { ProjectScope } from "@/lib/engine/scope";
import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { bestOf, type RankedPassage, strengthOf } from "@/lib/engine/search/ranking/rank-passages";
import { type Retrieval, retrieve } from "@/lib/engine/search/retrieve";

/** An answer before it belongs to a session. */
export type Answer = Omit<ChatAnswer, "sessionId" | "messageId" | "tookMs">;

/** What a question comes with. */
export interface AnswerInput {
  question: string;
  /** The session's earlier turns, oldest first. */
  history: readonly Turn[];
}

type Ranked = Pick<Retrieval, "question" | "ranked">;

/** What the engine is doing, for people who wait. */
export type AnswerPhase = "searching" | "reading" | "writing";

/** What an answer tells while it is made, and what ends it early. */
export interface AnswerWatch {
  onPhase?: (phase: AnswerPhase) => void;
  /** Text that is certain to stand in the answer, in order from its beginning: for people who wait. */
  onText?: (text: string) => void;
  /** The caller's; a model is not waited for any longer once it is aborted. */
  signal?: AbortSignal | undefined;
}

/** Sentences are taken from this many of the best passages. */
const QUOTED_PASSAGES = 5;
/** The longest extractive answer, in sentences as a reader counts them. */
const MOST_SENTENCES = 3;
const UNCERTAIN_OPENING = "Your documents may not answer this; the closest passages say:";
const CUT_OFF_OPENING = "The writing broke off here; your documents say, in their own words:";
const REFUSAL = "Your documents do not answer this question.";
const MOST_CLOSEST = 3;
/** The most confidence in passages of which the model that read them says that they do not answer. */
const DOUBTED = 0.35;

/**
 * Answers from the project's documents. Without a language model every sentence is a located quotation; with one, its sentences are shown
 * where a located quotation supports them, and quotations take their place where it fails. What documents say is data, never followed.
 * Where the passages found are unlikely to answer, it says so or refuses. Throws the signal's reason.
 */
export async function answerQuestion(scope: ProjectScope, { question: asked, history }: AnswerInput, watch: AnswerWatch = {}): Promise<Answer> {
  watch.onPhase?.("searching");
  const { question, ranked, liveChunks } = await retrieve(scope, inContext(asked, history));
  watch.onPhase?.("reading");
  const grounding = groundingOf(question, ranked, liveChunks);
  if (grounding.kind === "refused") return refusal(ranked, grounding.confidence);
  const model = modelSettings();
  if (model === undefined) return quoted(scope, { question, ranked }, grounding, watch);
  watch.onPhase?.("writing");
  const opening = grounding.kind === "uncertain" ? UNCERTAIN_OPENING : "";
  const input = { question: asked, earlier: history.map((turn) => turn.question), ranked, opening };
  const written = await writeAnswer(scope, input, model, watch.onText ?? (() => undefined), watch.signal);
  if (written.text !== "" && written.isWhole) return answerOf(written.text, "generated", written.quotes, grounding);
  if (written.text !== "" && watch.onText !== undefined) return completed(scope, written, { question, ranked }, grounding);
  const doubted: Grounding = { kind: "uncertain", confidence: Math.min(grounding.confidence, DOUBTED) };
  return quoted(scope, { question, ranked }, written.isDeclined ? doubted : grounding, {});
}

/** The extractive answer. */
async function quoted(scope: ProjectScope, found: Ranked, grounding: Grounding, { onPhase }: AnswerWatch): Promise<Answer> {
  const quotes = await quotesFrom(scope, found);
  onPhase?.("writing");
  return answerOf(composeAnswer(quotes, grounding.kind === "uncertain" ? UNCERTAIN_OPENING : ""), "extractive", quotes, grounding);
}

/** An answer whose writing broke off after some of it had been shown: the extractive one goes on from there. */
async function completed(scope: ProjectScope, { text, quotes: shown }: WrittenAnswer, found: Ranked, grounding: Grounding): Promise<Answer> {
  const quotes = await quotesFrom(scope, found);
  const rest = composeAnswer(quotes, CUT_OFF_OPENING, shown.length + 1);
  return answerOf(`${text}\n\n${rest}`, "extractive", [...shown, ...quotes], grounding);
}

async function quotesFrom(scope: ProjectScope, { question, ranked }: Ranked): Promise<Quote[]> {
  return chooseQuotes(await widenPassages(scope, ranked.slice(0, QUOTED_PASSAGES)), new Set(question.terms), MOST_SENTENCES);
}

function answerOf(answer: string, mode: Answer["mode"], quotes: readonly Quote[], { kind, confidence }: Grounding): Answer {
  const cited = citedBy(quotes);
  return { answer, refused: false, grounding: kind, mode, label: ANSWER_LABEL, citations: cited.map(citationOf), confidence, indexedAt: newest(cited) };
}

function refusal(ranked: readonly RankedPassage[], confidence: number): Answer {
  return {
    answer: REFUSAL,
    refused: true,
    grounding: "refused",
    mode: "extractive",
    label: null,
    citations: [],
    closest: ranked.slice(0, MOST_CLOSEST).flatMap(bestSentence).map(citationOf),
    confidence,
    indexedAt: null,
  };
}

function bestSentence(ranked: RankedPassage): Quote[] {
  const { passage, sentences } = ranked;
  const best = bestOf(sentences);
  const span = best === undefined ? undefined : passage.sentences[best.index];
  return best === undefined || span === undefined ? [] : [{ passage, start: span.start, end: span.end, strength: strengthOf(ranked, best.score) }];
}

function citationOf(quote: Quote, index: number): Citation {
  const { passage, start, end, strength } = quote;
  return {
    index: index + 1,
    documentId: passage.documentId,
    documentName: passage.documentName,
    page: passage.page,
    quote: textOf(quote),
    start,
    end,
    score: calibrate(strength),
  };
}

function newest(quotes: readonly Quote[]): string | null {
  const times = quotes.flatMap(({ passage }) => (passage.indexedAt === null ? [] : [passage.indexedAt.getTime()]));
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
