import "server-only";

import { chooseQuotes } from "@/lib/engine/answer/choose-quotes";
import { composeAnswer } from "@/lib/engine/answer/compose-answer";
import { inContext, type Turn } from "@/lib/engine/answer/follow-up";
import { groundingOf } from "@/lib/engine/answer/grounding";
import { type Quote, textOf } from "@/lib/engine/answer/quote";
import { ANSWER_LABEL, type ChatAnswer, type Citation } from "@/lib/engine/contract";
import type { ProjectScope } from "@/lib/engine/scope";
import { calibrate } from "@/lib/engine/search/ranking/calibrate";
import { type RankedPassage, strengthOf } from "@/lib/engine/search/ranking/rank-passages";
import { retrieve } from "@/lib/engine/search/retrieve";

/** An answer before it belongs to a session. */
export type Answer = Omit<ChatAnswer, "sessionId" | "messageId" | "tookMs">;

/** What a question comes with. */
export interface AnswerInput {
  question: string;
  /** The session's earlier turns, oldest first. */
  history: readonly Turn[];
}

/** What the engine is doing, for people who wait. */
export type AnswerPhase = "searching" | "reading" | "writing";

/** The longest answer, in sentences as a reader counts them. */
const MOST_SENTENCES = 3;
const UNCERTAIN_OPENING = "Your documents may not answer this; the closest passages say:";
const REFUSAL = "Your documents do not answer this question.";
const MOST_CLOSEST = 3;

/**
 * Answers from the project's documents in their own words: every sentence is a located quotation. What documents say is
 * only ever quoted, never followed. Where the passages found are unlikely to answer, it says so or refuses.
 */
export async function answerQuestion(scope: ProjectScope, { question: asked, history }: AnswerInput, onPhase: (phase: AnswerPhase) => void = () => undefined): Promise<Answer> {
  onPhase("searching");
  const { question, ranked, liveChunks } = await retrieve(scope, inContext(asked, history));
  onPhase("reading");
  const { kind, confidence } = groundingOf(question, ranked, liveChunks);
  if (kind === "refused") return refusal(ranked, confidence);
  const quotes = chooseQuotes(ranked, MOST_SENTENCES);
  onPhase("writing");
  return {
    answer: composeAnswer(quotes, kind === "uncertain" ? UNCERTAIN_OPENING : ""),
    refused: false,
    grounding: kind,
    mode: "extractive",
    label: ANSWER_LABEL,
    citations: quotes.map(citationOf),
    confidence,
    indexedAt: newest(quotes),
  };
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

function bestSentence({ passage, fused, sentences }: RankedPassage): Quote[] {
  const [best] = [...sentences].sort((a, b) => b.score - a.score);
  const span = best === undefined ? undefined : passage.sentences[best.index];
  return best === undefined || span === undefined ? [] : [{ passage, start: span.start, end: span.end, strength: strengthOf(fused, best.score) }];
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
