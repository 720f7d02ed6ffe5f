import type { ChatAnswer, Citation } from "@/lib/engine/contract";
import type { Expectation, Finding, Opinions, OtherAnswer } from "@/lib/portal/golden/golden-question";
import { holdsPhrase } from "@/lib/portal/golden/holds-phrase";
import { compareReference } from "@/lib/portal/golden/reference";

/** Whether an answer is what was expected, and why: one by one, and in a sentence for the person. */
export interface Judgement {
  passed: boolean;
  reason: string;
  findings: Finding[];
}

/**
 * Judges an answer by what was expected of it, and the answers to the other wordings by the same. The same answers, opinions and
 * expectation always give the same judgement. A model's opinion is told beside it; it counts, in the place of comparing words, for questions that say so.
 */
export function judge(expected: Expectation, answer: ChatAnswer, others: readonly OtherAnswer[] = [], opinions: Opinions = NONE): Judgement {
  const findings = [...findingsOf(expected, answer, opinions), ...stability(expected, others, opinions)];
  const decided = { passed: findings.every(({ passed }) => passed), reason: sentence(findings.map(({ clause }) => clause)) };
  return { ...decided, findings: [...findings, ...opinion(answer, opinions)] };
}

const NONE: Opinions = new Map();

function opinion({ answer, refused }: ChatAnswer, opinions: Opinions): Finding[] {
  const told = refused ? undefined : opinions.get(answer);
  if (told === undefined) return [];
  return [{ aspect: "opinion", passed: told.agrees, clause: `${told.agrees ? "agrees with the reference answer" : "does not agree with the reference answer"}: ${told.reason}` }];
}

function findingsOf(expected: Expectation, answer: ChatAnswer, opinions: Opinions): Finding[] {
  if (expected.expectsRefusal) return [refusal(answer)];
  if (answer.refused) return [{ aspect: "refusal", passed: false, clause: "refused, although an answer was expected" }];
  const text = withoutMarks(answer);
  return [...citation(expected, answer.citations), ...phrases(expected, text), ...reference(expected, text, opinions.get(answer.answer))];
}

function refusal({ refused, citations }: ChatAnswer): Finding {
  return refused
    ? { aspect: "refusal", passed: true, clause: "refused as expected" }
    : { aspect: "refusal", passed: false, clause: `answered from ${places(citations)}, although a refusal was expected` };
}

function phrases({ expectedPhrases, forbiddenPhrases }: Expectation, text: string): Finding[] {
  const wanted = expectedPhrases.map((phrase): Finding => {
    const passed = holdsPhrase(text, phrase);
    return { aspect: "answer", passed, clause: `'${phrase}' ${passed ? "stands in" : "is missing from"} the answer` };
  });
  const unwanted = forbiddenPhrases.map((phrase): Finding => {
    const passed = !holdsPhrase(text, phrase);
    return { aspect: "answer", passed, clause: passed ? `'${phrase}' does not appear` : `'${phrase}' appears, although it must not` };
  });
  return [...wanted, ...unwanted];
}

function reference({ referenceAnswer, modelOpinion }: Expectation, text: string, told: ReturnType<Opinions["get"]>): Finding[] {
  if (referenceAnswer === null) return [];
  if (modelOpinion === "counts" && told !== undefined) {
    return [{ aspect: "answer", passed: told.agrees, clause: `${told.agrees ? "agrees" : "does not agree"} with the reference answer, by a model's opinion, which counts for this question` }];
  }
  const { passed, missing, held, total } = compareReference(text, referenceAnswer);
  const lack = missing.length === 0 ? "" : `; missing: ${missing.slice(0, 5).join(", ")}`;
  return [{ aspect: "answer", passed, clause: `holds ${held} of ${total} words of the reference answer${lack}` }];
}

function citation({ expectedDocument, expectedPage }: Expectation, citations: readonly Citation[]): Finding[] {
  if (expectedDocument === null) return [];
  const wanted = place(expectedDocument.name, expectedPage);
  const passed = citations.some(
    ({ documentId, documentName, page }) =>
      // A document that was removed and uploaded again has another id and the same name.
      (documentId === expectedDocument.id || documentName === expectedDocument.name) && (expectedPage === null || page === expectedPage),
  );
  return [{ aspect: "citation", passed, clause: passed ? `cited ${wanted} as expected` : `cited ${places(citations)} instead of ${wanted}` }];
}

function stability(expected: Expectation, others: readonly OtherAnswer[], opinions: Opinions): Finding[] {
  const failed = others.flatMap(({ question, answer }) => {
    const wrong = findingsOf(expected, answer, opinions).filter(({ passed }) => !passed);
    return wrong.length === 0 ? [] : [`asked as “${question}”: ${wrong.map(({ clause }) => clause).join(", ")}`];
  });
  if (others.length === 0) return [];
  if (failed.length > 0) return [{ aspect: "stability", passed: false, clause: failed.join("; ") }];
  const clause = others.length === 1 ? "the other wording came to the same" : `all ${others.length} other wordings came to the same`;
  return [{ aspect: "stability", passed: true, clause }];
}

function places(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ documentName, page }) => place(documentName, page)))].join(" and ") || "no document";
}

function place(name: string, page: number | null): string {
  return page === null ? name : `${name} page ${page}`;
}

/** The answer without its `[n]` marks, which are neither words nor numbers of it. */
function withoutMarks({ answer, citations }: ChatAnswer): string {
  return citations.reduce((text, { index }) => text.replaceAll(`[${index}]`, ""), answer);
}

function sentence(clauses: string[]): string {
  const text = clauses.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
