import "server-only";

import { embedder } from "@/lib/platform/embedding-model/embedder";
import { cosine, normalise, toBytes } from "@/lib/platform/embedding-model/vectors";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";
import { languageOf } from "@/lib/platform/words/language";
import { termsOf, wordsOf } from "@/lib/platform/words/terms";

/** What a question is about, for comparing it with others: the question itself cannot be read from it. */
export interface Meaning {
  /** Its index terms, each once. */
  terms: string[];
  /** The built-in embedding model's vector as 384 signed bytes; null for a question in a language that the model does not know. */
  vector: Uint8Array<ArrayBuffer> | null;
}

const MOST_TERMS = 40;
/** The share of a question's words that the model's vocabulary must hold whole. English questions of evals/gaps have at least this. */
const LEAST_KNOWN = 0.5;
/** From this cosine on, or this overlap of the terms where there are no vectors, two questions are taken for the same. Seen in evals/gaps. */
const ALIKE = { vectors: 0.45, terms: 0.6 };

/** A question's meaning. The model is this machine's own, whatever embeds the documents: its threshold belongs to it, and the question stays here. */
export async function meaningOf(question: string): Promise<Meaning> {
  const words = wordsOf(question);
  const terms = termsOf(question);
  return { terms: [...new Set(terms.length === 0 ? words : terms)].slice(0, MOST_TERMS), vector: await vectorOf(question, words) };
}

/**
 * How much others mean the same as a question: from 1 on they are taken for the same. By their vectors, else by twice the shared terms by all
 * terms (Dice); 0 when both have numbers or codes and not the same ones, for revenue in 2021 is not revenue in 2022.
 */
export function likenessTo(question: Meaning): (other: Meaning) => number {
  const [codes, vector] = [codesOf(question), question.vector === null ? null : normalise(Float32Array.from(signed(question.vector)))];
  return (other) => {
    const others = codesOf(other);
    if (codes !== "" && others !== "" && codes !== others) return 0;
    if (vector !== null && other.vector !== null) return Math.max(0, cosine(vector, signed(other.vector))) / ALIKE.vectors;
    return overlap(question.terms, other.terms) / ALIKE.terms;
  };
}

async function vectorOf(question: string, words: readonly string[]): Promise<Meaning["vector"]> {
  if (languageOf(question) !== "en") return null;
  try {
    const model = await embedder();
    const plain = words.filter((word) => /^\p{L}+$/u.test(word));
    if (plain.filter((word) => model.knows(word)).length < plain.length * LEAST_KNOWN) return null;
    return new Uint8Array(toBytes(await model.embedQuestion(question)));
  } catch (thrown) {
    log.warn({ error: errorTrace(thrown) }, "a question is compared by its words alone");
    return null;
  }
}

function codesOf({ terms }: Meaning): string {
  return terms.filter((term) => /\d/.test(term)).toSorted().join(" ");
}

function overlap(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one);
  const shared = other.filter((term) => known.has(term)).length;
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

function signed(bytes: Uint8Array<ArrayBuffer>): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
