import "server-only";

import { type Quote, quotesAround, textOf } from "@/lib/engine/answer/quote";
import { contradicts, isDenial } from "@/lib/engine/answer/writing/contradicts";
import { coverage, type Evidence, missingTerms } from "@/lib/engine/answer/writing/evidence";
import { factsOf, holdsFacts } from "@/lib/engine/answer/writing/facts";
import { embedderOf } from "@/lib/engine/search/model/embedder-of";
import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { strengthOf } from "@/lib/engine/search/ranking/rank-passages";
import { cosine } from "@/lib/platform/embedding-model/vectors";
import { languageOf } from "@/lib/platform/words/language";
import { termsOf } from "@/lib/platform/words/terms";

/** Share of a text's terms that its quotation holds: enough by itself, and enough where the two also mean about the same. */
const ENOUGH = { words: 0.6, wordsBesideMeaning: 0.4, cosine: 0.6 };
/** A sentence that holds this share of the terms, and one that the quotation lacks, shows that the text mixes two things up. */
const RIVAL = 0.3;
/** A text with fewer terms says too little to be checked. */
const FEWEST_TERMS = 2;
/** Sentences that are tried as quotations for one text. */
const TRIED = 4;
const CLAUSE_ENDS = /\s*[;,]\s+|\s+(?:and|but|while|whereas|und|aber|sowie|et|mais|y|pero)\s+/u;

/**
 * The located quotations, out of the passages that a model's sentence cites, that support it: one for each cited passage that supports
 * the whole sentence or, where none does, one for each of its clauses. Empty when the sentence has no support, and must not be shown. The
 * rule is explained in docs/decisions/0018-written-answers-are-checked.md.
 */
export async function findSupport(sentence: string, cited: readonly Evidence[], all: readonly Evidence[]): Promise<Quote[]> {
  const byPassage = Map.groupBy(cited, ({ ranked }) => ranked.passage.chunkId);
  const whole = await Promise.all([...byPassage.values()].map((evidence) => quotesFor(sentence, evidence, all, sentence)));
  if (whole.some((quotes) => quotes.length > 0)) return whole.flat();
  const clauses = clausesOf(sentence);
  if (clauses.length < 2) return [];
  const parts = await Promise.all(clauses.map((clause) => quotesFor(clause, cited, all, sentence)));
  return parts.every((quotes) => quotes.length > 0) ? parts.flat() : [];
}

/** The quotation around the sentence that supports a text best; none when no sentence supports it. */
async function quotesFor(text: string, cited: readonly Evidence[], all: readonly Evidence[], sentence: string): Promise<Quote[]> {
  const terms = [...new Set(termsOf(text))];
  if (terms.length < FEWEST_TERMS) return [];
  const tried = cited
    .filter(({ isTrusted }) => isTrusted)
    .map((evidence) => ({ evidence, share: coverage(terms, evidence.own, evidence.above) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, TRIED);
  for (const { evidence } of tried) {
    const quotes = quotesOf(evidence);
    if (quotes.length > 0 && (await supports(text, terms, evidence, quotes, all, sentence))) return quotes;
  }
  return [];
}

function quotesOf({ ranked, index }: Evidence): Quote[] {
  const score = ranked.sentences.find((scored) => scored.index === index)?.score ?? 0;
  return quotesAround(ranked.passage, index, strengthOf(ranked, score));
}

async function supports(text: string, terms: readonly string[], evidence: Evidence, quotes: readonly Quote[], all: readonly Evidence[], sentence: string): Promise<boolean> {
  const { passage } = evidence.ranked;
  const quoted = quotes.map(textOf).join("\n");
  const heading = passage.context.length > 1 ? (passage.context.at(-1) ?? "") : "";
  if (!holdsFacts(factsOf(text), [passage.documentName, ...passage.context, quoted].join("\n"))) return false;
  // What a heading denies need not be denied again in a sentence that denies as often as its quotation.
  if (contradicts(text, `${heading}\n${quoted}`, sentence) && (!isDenial(text) || contradicts(text, quoted, sentence))) return false;
  const there = [new Set(termsOf(quoted)), evidence.above];
  const missing = missingTerms(terms, ...there);
  if (all.some((rival) => missing.some((term) => rival.own.has(term)) && coverage(terms, rival.own) >= RIVAL)) return false;
  const share = coverage(terms, ...there);
  return share >= ENOUGH.words || (share >= ENOUGH.wordsBesideMeaning && (await meansTheSame(text, evidence)));
}

/** By the vectors of the two sentences; the model knows English only. */
async function meansTheSame(text: string, { ranked, index }: Evidence): Promise<boolean> {
  const vector = ranked.passage.sentences[index]?.vector;
  if (vector === undefined || languageOf(text) !== "en") return false;
  try {
    return cosine(await (await embedderOf(ranked.passage.model)).embedQuestion(text), vector) >= ENOUGH.cosine;
  } catch (thrown) {
    // Without its meaning a sentence must be supported by its words.
    if (thrown instanceof EmbeddingFailure) return false;
    throw thrown;
  }
}

/** The clauses of a sentence; one that says too little goes with the one before it. */
function clausesOf(sentence: string): string[] {
  const clauses: string[] = [];
  for (const clause of sentence.split(CLAUSE_ENDS)) {
    if (clauses.length > 0 && new Set(termsOf(clause)).size < FEWEST_TERMS) clauses.push(`${clauses.pop() ?? ""} ${clause}`);
    else clauses.push(clause);
  }
  return clauses;
}
