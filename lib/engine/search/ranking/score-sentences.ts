import { holdsExpected } from "@/lib/engine/search/question/expected-answer";
import type { Question } from "@/lib/engine/search/question/read-question";
import { labelFit } from "@/lib/engine/search/ranking/label-fit";
import type { Passage } from "@/lib/engine/search/ranking/passage";
import { phraseShare, placesOf } from "@/lib/engine/search/ranking/phrase-share";
import { ENOUGH_TERMS, type TermWeights, weightOfHeaviest } from "@/lib/engine/search/ranking/term-weights";
import { cosine } from "@/lib/platform/embedding-model/vectors";
import { synonymsOf } from "@/lib/platform/words/synonyms";
import { termsOf, termsOfWords, wordsOf } from "@/lib/platform/words/terms";

/** A passage's sentence with how well it fits the question. */
export interface ScoredSentence {
  /** Index among the passage's sentences. */
  index: number;
  /** About 0…1.3: half cosine, half share of the question's weighted terms, and a little for holding what is asked for and for a row's label. */
  score: number;
  /** How close it is to the question by the one thing that counts most: by its vector, as a cosine, or by its words where those count more. */
  closeness: number;
  /** How much of the question's wording stands in it, 0–1. */
  wording: number;
  /** How well a row's first cell says what is asked for and nothing else, 0–1; 0 for what is no row. */
  label: number;
}

/** How much the sentence's vector counts against its words. */
const VECTOR_WEIGHT = { english: 0.5, other: 0.3 };
/** What a question's term is worth where it does not stand in the sentence itself. */
const ELSEWHERE = { synonym: 0.5, ownContext: 0.5, headings: 0.5, neighbour: 0.3 };
/** What it is worth that the sentence holds the kind of thing that is asked for. */
const EXPECTED_BONUS = 0.1;
/** What it is worth that a row's first cell says what is asked for, and nothing else. */
const LABEL_BONUS = 0.2;

const NONE: ReadonlySet<string> = new Set();

/** What of a question is the same for all passages. */
interface Asked {
  question: Question;
  weights: TermWeights;
  terms: readonly string[];
  synonyms: ReadonlyMap<string, readonly string[]>;
  /** The terms and their synonyms. */
  telling: ReadonlySet<string>;
  /** The weight of terms that is enough. */
  enough: number;
  /** The share of the vector in a sentence's score; words have the rest. */
  vectorWeight: number;
}

/** Scores every sentence of the passages that a question found. No model runs here: the vectors were pooled when the document was read. */
export function sentenceScorer(question: Question, weights: TermWeights): (passage: Passage) => ScoredSentence[] {
  const terms = [...weights.keys()];
  const synonyms = new Map(terms.map((term) => [term, question.language === "en" ? [...synonymsOf(term)] : []]));
  const telling = new Set([...terms, ...[...synonyms.values()].flat()]);
  const asked: Asked = { question, weights, terms, synonyms, telling, enough: weightOfHeaviest(weights, ENOUGH_TERMS), vectorWeight: vectorWeightOf(question) };
  return (passage) => scoreSentences(asked, passage);
}

function vectorWeightOf({ language, model }: Question): number {
  if (model === undefined) return 0;
  return language === "en" ? VECTOR_WEIGHT.english : VECTOR_WEIGHT.other;
}

function scoreSentences({ question, weights, terms, synonyms, telling, enough, vectorWeight }: Asked, passage: Passage): ScoredSentence[] {
  const named = new Set(termsOf(passage.documentName));
  const headings = new Set([...termsOf(passage.context.join("\n")), ...runTogether(terms, named)]);
  const texts = passage.sentences.map(({ start, end }) => passage.text.slice(start - passage.start, end - passage.start));
  const words = texts.map(wordsOf);
  const own = words.map((all) => placesOf(termsOfWords(all), telling));
  return passage.sentences.map((sentence, index) => {
    const beside = sentence.context === "" ? NONE : new Set(termsOf(sentence.context));
    let overlap = 0;
    for (const [term, weight] of weights) {
      if (own[index]?.has(term)) overlap += weight;
      else if (synonyms.get(term)?.some((synonym) => own[index]?.has(synonym))) overlap += weight * ELSEWHERE.synonym;
      else if (beside.has(term)) overlap += weight * ELSEWHERE.ownContext;
      else if (headings.has(term)) overlap += weight * ELSEWHERE.headings;
      else if (own[index - 1]?.has(term) || own[index + 1]?.has(term)) overlap += weight * ELSEWHERE.neighbour;
    }
    const label = labelFit(texts[index] ?? "", question, weights, (term) => beside.has(term) || headings.has(term) || named.has(term));
    const bonus = expectedBonus(holdsExpected(question, texts[index] ?? "", words[index] ?? []));
    const wording = phraseShare(question.terms, weights, own[index] ?? new Map());
    const [byVector, byWords] = [cosine(question.vector, sentence.vector), Math.min(1, overlap / enough)];
    const score = vectorWeight * byVector + (1 - vectorWeight) * byWords + bonus + LABEL_BONUS * label;
    return { index, score, closeness: vectorWeight >= 1 - vectorWeight ? byVector : byWords, wording, label };
  });
}

/** The terms that stand in a document's name two in one word, as those of "Best Buy" do in "BESTBUY_2023.pdf". */
function runTogether(terms: readonly string[], named: ReadonlySet<string>): string[] {
  return terms.filter((term) => terms.some((other) => named.has(term + other) || named.has(other + term)));
}

/** Half where the question does not tell, so that scores of all questions stand on one scale. */
function expectedBonus(holds: boolean | undefined): number {
  if (holds === undefined) return EXPECTED_BONUS / 2;
  return holds ? EXPECTED_BONUS : 0;
}
