import type { ChatAnswer, Citation } from "@/lib/engine/contract";
import type { Expectation } from "@/lib/portal/golden/golden-question";
import { holdsPhrase } from "@/lib/portal/golden/holds-phrase";

/** Whether an answer is what was expected, and why, in a sentence for the person. */
export interface Judgement {
  passed: boolean;
  reason: string;
}

/** One thing that was looked at: whether it is as expected, and a clause about it. */
interface Finding {
  passed: boolean;
  clause: string;
}

/** Judges an answer by what was expected of it. The same answer and expectation always give the same judgement. */
export function judge(expected: Expectation, answer: ChatAnswer): Judgement {
  const findings = expected.expectsRefusal ? [refusal(answer)] : answer.refused ? [noAnswer()] : answered(expected, answer);
  return { passed: findings.every(({ passed }) => passed), reason: sentence(findings.map(({ clause }) => clause)) };
}

function refusal({ refused, citations }: ChatAnswer): Finding {
  return refused
    ? { passed: true, clause: "refused as expected" }
    : { passed: false, clause: `answered from ${places(citations)}, although a refusal was expected` };
}

function noAnswer(): Finding {
  return { passed: false, clause: "refused, although an answer was expected" };
}

function answered(expected: Expectation, answer: ChatAnswer): Finding[] {
  const text = withoutMarks(answer);
  const phrases = expected.expectedPhrases.map((phrase): Finding => {
    const passed = holdsPhrase(text, phrase);
    return { passed, clause: `'${phrase}' ${passed ? "stands in" : "is missing from"} the answer` };
  });
  return [...citation(expected, answer.citations), ...phrases];
}

function citation({ expectedDocument, expectedPage }: Expectation, citations: readonly Citation[]): Finding[] {
  if (expectedDocument === null) return [];
  const wanted = place(expectedDocument.name, expectedPage);
  const passed = citations.some(
    ({ documentId, documentName, page }) =>
      // A document that was removed and uploaded again has another id and the same name.
      (documentId === expectedDocument.id || documentName === expectedDocument.name) && (expectedPage === null || page === expectedPage),
  );
  return [passed ? { passed, clause: `cited ${wanted} as expected` } : { passed, clause: `cited ${places(citations)} instead of ${wanted}` }];
}

function places(citations: readonly Citation[]): string {
  return [...new Set(citations.map(({ documentName, page }) => place(documentName, page)))].join(" and ");
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
