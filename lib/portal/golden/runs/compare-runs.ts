import type { DocumentState } from "@/lib/portal/golden/digest";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";
import type { RunReport, RunResult } from "@/lib/portal/golden/runs/run-report";
import { type WordChange, wordChanges } from "@/lib/portal/golden/runs/word-changes";

/** What became of a document between two runs. */
export interface DocumentChange {
  name: string;
  kind: "added" | "removed" | "changed";
  /** Versions before and after; null where there was none. */
  from: number | null;
  to: number | null;
}

/** What became of one question between two runs. */
export interface QuestionChange {
  questionId: string;
  question: string;
  /** Null where the question was not in that run. */
  before: RunResult | null;
  after: RunResult | null;
  /** The answer's text or its sources changed. */
  answerChanged: boolean;
  verdictChanged: boolean;
  /** It asks or expects something else. */
  questionChanged: boolean;
  words: WordChange[];
  /** Changed documents that one of the two answers cites: what did it. */
  because: DocumentChange[];
}

/** The difference between two runs. */
export interface RunDifference {
  before: GoldenRun;
  after: GoldenRun;
  documents: DocumentChange[];
  /** Those that changed in any way, those with another verdict first. */
  changes: QuestionChange[];
  /** How many came to the same. */
  unchanged: number;
}

/** Compares two runs of one project: which answers changed, word by word, and which document's change did it. */
export function compareRuns(before: RunReport, after: RunReport): RunDifference {
  const documents = documentChanges(before.documents, after.documents);
  const ids = [...new Set([...after.results, ...before.results].map(({ questionId }) => questionId))];
  const find = (results: readonly RunResult[], id: string) => results.find(({ questionId }) => questionId === id) ?? null;
  const all = ids.flatMap((id) => questionChange(id, find(before.results, id), find(after.results, id), documents));
  const changes = all.filter(({ answerChanged, verdictChanged, questionChanged }) => answerChanged || verdictChanged || questionChanged);
  changes.sort((one, other) => Number(other.verdictChanged) - Number(one.verdictChanged));
  return { before: before.run, after: after.run, documents, changes, unchanged: all.length - changes.length };
}

function questionChange(questionId: string, before: RunResult | null, after: RunResult | null, documents: readonly DocumentChange[]): QuestionChange[] {
  const asked = (after ?? before)?.asked;
  if (asked === undefined) return [];
  const cited = new Set([before, after].flatMap((result) => result?.verdict.answer.citations ?? []).map(({ documentName }) => documentName));
  const answerChanged = before !== null && after !== null && sourceText(before) !== sourceText(after);
  return [
    {
      questionId,
      question: asked.question,
      before,
      after,
      answerChanged,
      verdictChanged: before?.verdict.passed !== after?.verdict.passed,
      questionChanged: before === null || after === null || JSON.stringify(before.asked) !== JSON.stringify(after.asked),
      words: answerChanged ? wordChanges(before.verdict.answer.answer, after.verdict.answer.answer) : [],
      because: answerChanged ? documents.filter(({ name }) => cited.has(name)) : [],
    },
  ];
}

/** An answer with where it stands: the same words from another page are another answer. */
function sourceText({ verdict: { answer } }: RunResult): string {
  return JSON.stringify([answer.answer, answer.citations.map(({ documentName, page }) => [documentName, page])]);
}

function documentChanges(before: readonly DocumentState[], after: readonly DocumentState[]): DocumentChange[] {
  const [old, fresh] = [byName(before), byName(after)];
  const changes = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name): DocumentChange[] => {
    const [one, other] = [old.get(name), fresh.get(name)];
    if (one !== undefined && other !== undefined && one.sha256 === other.sha256) return [];
    const kind = one === undefined ? "added" : other === undefined ? "removed" : "changed";
    return [{ name, kind, from: one?.version ?? null, to: other?.version ?? null }];
  });
  return changes.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function byName(documents: readonly DocumentState[]): Map<string, DocumentState> {
  return new Map(documents.map((document) => [document.name, document]));
}
