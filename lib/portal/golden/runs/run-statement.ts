import "server-only";

import { createHash } from "node:crypto";

import type { JsonValue } from "@/lib/platform/canonical-json";
import { type Signed, signJson } from "@/lib/platform/crypto/signing";
import type { RunReport, RunResult } from "@/lib/portal/golden/runs/run-report";
import { writeCsv } from "@/lib/portal/golden/transfer/csv";
import type { TenantScope } from "@/lib/portal/scope";

/** The name of the format and its version. */
const FORMAT = "citadel-golden-run";
const VERSION = 1;

/** A run as an auditor gets it: everything it found and what it rested on, signed by this server, with the sha256 of its CSV. */
export function signedRun(scope: TenantScope, report: RunReport): Signed<JsonValue> {
  const { run, results, documents } = report;
  return signJson({
    format: FORMAT,
    version: VERSION,
    organisation: scope.organisation.name,
    project: scope.project.name,
    environment: scope.project.environment,
    run: { ...run },
    results: results.map(resultOf),
    documents: documents.map((document) => ({ ...document })),
    csvSha256: createHash("sha256").update(runCsv(report), "utf8").digest("hex"),
  });
}

/** A run as a table, one question a row. */
export function runCsv({ run, results }: RunReport): string {
  const head = ["run", "question", "passed", "reason", "answer", "refused", "citations", "must_pass", "weight", "tags", "overruled_by", "overruled_reason", "ran_at"];
  const rows = results.map(({ asked, verdict: { passed, reason, answer, overruled, ranAt } }) => [
    run.number.toString(),
    asked.question,
    passed ? "yes" : "no",
    reason,
    answer.answer,
    answer.refused ? "yes" : "no",
    answer.citations.map(({ documentName, page }) => `${documentName} p. ${page}`).join(" | "),
    asked.mustPass ? "yes" : "no",
    asked.weight.toString(),
    asked.tags.join(" | "),
    overruled?.by ?? "",
    overruled?.reason ?? "",
    ranAt,
  ]);
  return writeCsv([head, ...rows]);
}

function resultOf({ questionId, asked, verdict }: RunResult) {
  const { answer, findings, others, overruled, passed, reason, ranAt } = verdict;
  return {
    questionId,
    asked: { ...asked },
    passed,
    reason,
    findings: findings.map((finding) => ({ ...finding })),
    answer: answer.answer,
    grounding: answer.grounding,
    mode: answer.mode,
    citations: answer.citations.map(({ index, documentId, documentName, page, quote, start, end }) => ({ index, documentId, documentName, page, quote, start, end })),
    others: others.map((other) => ({ question: other.question, answer: other.answer.answer, refused: other.answer.refused })),
    overruled: overruled === null ? null : { ...overruled },
    ranAt,
  };
}
