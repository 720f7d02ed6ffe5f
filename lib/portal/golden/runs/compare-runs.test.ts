import { describe, expect, it } from "vitest";

import { ANSWER_LABEL } from "@/lib/engine/contract";
import { askedQuestion } from "@/lib/portal/golden/golden-question";
import { compareRuns } from "@/lib/portal/golden/runs/compare-runs";
import { goldenRun } from "@/lib/portal/golden/runs/run";
import type { RunReport, RunResult } from "@/lib/portal/golden/runs/run-report";
import { verdictOf } from "@/lib/portal/testing/verdict";

function result(questionId: string, text: string, { passed = true, documentName = "leave.md", expected = "15" } = {}): RunResult {
  const citation = { index: 1, documentId: "doc_1", documentName, page: 1, quote: text, start: 0, end: text.length, score: 1 };
  const { answer } = verdictOf({});
  return {
    questionId,
    asked: askedQuestion.parse({ question: `Question ${questionId}`, expectedPhrases: [expected] }),
    verdict: verdictOf({ passed, answer: { ...answer, answer: text, refused: false, grounding: "answered", label: ANSWER_LABEL, citations: [citation] } }),
  };
}

function report(number: number, results: RunResult[], versions: Record<string, number>): RunReport {
  const run = goldenRun.parse({
    id: `run_${number}`,
    number,
    trigger: "hand",
    status: "done",
    startedBy: "Olga Owner",
    total: results.length,
    done: results.length,
    passed: 0,
    asked: 0,
    generated: 0,
    tokens: 0,
    outcome: null,
    questionsDigest: null,
    documentsDigest: null,
    createdAt: "",
    startedAt: null,
    finishedAt: null,
  });
  const documents = Object.entries(versions).map(([name, version]) => ({ id: `doc_${name}`, name, version, sha256: `${name} ${version}` }));
  return { run, results, documents };
}

describe("compareRuns", () => {
  it("names the answers that changed, word by word, and the document whose change did it", () => {
    const before = report(1, [result("a", "You get 15 days."), result("b", "Ask HR.", { documentName: "hr.md" })], { "leave.md": 1, "hr.md": 1, "old.md": 1 });
    const after = report(2, [result("a", "You get 12 days.", { passed: false }), result("b", "Ask HR.", { documentName: "hr.md" })], {
      "leave.md": 2,
      "hr.md": 1,
      "new.md": 1,
    });
    const difference = compareRuns(before, after);
    expect(difference.documents).toEqual([
      { name: "leave.md", kind: "changed", from: 1, to: 2 },
      { name: "new.md", kind: "added", from: null, to: 1 },
      { name: "old.md", kind: "removed", from: 1, to: null },
    ]);
    expect(difference.unchanged).toBe(1);
    expect(difference.changes).toHaveLength(1);
    expect(difference.changes[0]).toMatchObject({
      questionId: "a",
      answerChanged: true,
      verdictChanged: true,
      questionChanged: false,
      because: [{ name: "leave.md" }],
      words: [
        { kind: "same", text: "You get " },
        { kind: "gone", text: "15 " },
        { kind: "new", text: "12 " },
        { kind: "same", text: "days." },
      ],
    });
  });

  it("tells a changed question from a changed answer, and knows questions that one run alone has", () => {
    const before = report(1, [result("a", "15 days."), result("gone", "x")], { "leave.md": 1 });
    const after = report(2, [result("a", "15 days.", { expected: "20", passed: false }), result("new", "y")], { "leave.md": 1 });
    expect(compareRuns(before, after).changes.map(({ questionId, answerChanged, verdictChanged, questionChanged }) => [questionId, answerChanged, verdictChanged, questionChanged])).toEqual([
      ["a", false, true, true],
      ["new", false, true, true],
      ["gone", false, true, true],
    ]);
  });

  it("takes the same words from another page or document for another answer", () => {
    const [before, after] = [report(1, [result("a", "15 days.")], {}), report(2, [result("a", "15 days.", { documentName: "copy.md" })], {})];
    expect(compareRuns(before, after).changes).toMatchObject([{ answerChanged: true, verdictChanged: false }]);
    expect(compareRuns(before, before)).toMatchObject({ changes: [], documents: [], unchanged: 1 });
  });
});
