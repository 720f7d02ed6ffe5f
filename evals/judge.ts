import type { GoldQuestion } from "./question-set";

import { countSentences } from "@/lib/engine/answer/count-sentences";
import type { Answer } from "@/lib/engine/answer/answer-question";
import type { SearchResponse } from "@/lib/engine/contract";

/** What came of one question. */
export interface Judgement {
  question: GoldQuestion;
  answer: Answer;
  /** Place of the first gold document among the distinct documents found, from 0; -1 if it is not there. */
  rank: number;
  /** Place of the first result on a gold page, from 0; -1 if there is none. */
  pageRank: number;
  /** Whether an accepted answer stands in the answer, in whole words and whole numbers. */
  holds: boolean;
  sentences: number;
  searchMs: number;
}

/** Compares what was found and said with the gold. */
export function judge(question: GoldQuestion, search: SearchResponse, answer: Answer): Judgement {
  const documents = [...new Set(search.results.map((result) => result.documentName))];
  const tolerance = question.page_verified ? 0 : 1;
  return {
    question,
    answer,
    rank: documents.findIndex((name) => question.gold_docs.includes(name)),
    pageRank: search.results.findIndex(
      ({ documentName, page }) => question.gold_docs.includes(documentName) && question.gold_page.some((gold) => Math.abs(gold - page) <= tolerance),
    ),
    holds: !answer.refused && question.answer.some((gold) => standsIn(answer.answer, gold)),
    sentences: countSentences(answer.answer),
    searchMs: search.tookMs,
  };
}

/** Whole words and whole numbers only: "$10" does not stand in "$100". */
export function standsIn(text: string, gold: string): boolean {
  const pattern = folded(gold).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "u").test(folded(text));
}

function folded(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
