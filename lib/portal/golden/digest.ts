import { createHash } from "node:crypto";

import { canonicalJson, type JsonValue } from "@/lib/platform/canonical-json";
import type { AskedQuestion } from "@/lib/portal/golden/golden-question";

/** One state of a document, as far as answers depend on it; JSON as it is stored. */
export type DocumentState = {
  id: string;
  name: string;
  version: number;
  /** Of the original, in hex. */
  sha256: string;
};

/** sha256, in hex, of what a set of questions asks and expects, whatever their order, tags and notes. */
export function questionsDigest(questions: readonly (AskedQuestion & { id: string })[]): string {
  const set = questions.map((question) => ({
    id: question.id,
    question: question.question,
    wordings: question.wordings,
    expectedPhrases: question.expectedPhrases,
    forbiddenPhrases: question.forbiddenPhrases,
    referenceAnswer: question.referenceAnswer,
    // Left out where no model is asked, so that what was signed before this existed stays signed.
    ...(question.modelOpinion === "none" ? {} : { modelOpinion: question.modelOpinion }),
    expectedDocument: question.expectedDocument === null ? null : question.expectedDocument.name,
    expectedPage: question.expectedPage,
    expectsRefusal: question.expectsRefusal,
    mustPass: question.mustPass,
    weight: question.weight,
  }));
  return digestOf(byId(set));
}

/** sha256, in hex, of the state of a project's documents. */
export function documentsDigest(documents: readonly DocumentState[]): string {
  return digestOf(byId(documents).map(({ id, name, version, sha256 }) => ({ id, name, version, sha256 })));
}

function byId<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

function digestOf(value: JsonValue): string {
  return createHash("sha256").update(canonicalJson(value), "utf8").digest("hex");
}
