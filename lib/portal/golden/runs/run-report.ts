import "server-only";

import { z } from "zod";

import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { DocumentState } from "@/lib/portal/golden/digest";
import { type AskedQuestion, askedQuestion, type GoldenVerdict } from "@/lib/portal/golden/golden-question";
import { toGoldenVerdict } from "@/lib/portal/golden/golden-row";
import { findRun } from "@/lib/portal/golden/runs/list-runs";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";
import type { TenantScope } from "@/lib/portal/scope";

/** One question of a run, as it was asked, with what came of it. */
export interface RunResult {
  questionId: string;
  asked: AskedQuestion;
  verdict: GoldenVerdict;
}

/** A run with all it found and what it rested on. */
export interface RunReport {
  run: GoldenRun;
  results: RunResult[];
  documents: DocumentState[];
}

const documentStates = z.array(z.object({ id: z.string(), name: z.string(), version: z.int(), sha256: z.string() }));

/** The run of that number with its verdicts, in the order of the questions. Throws CitadelError `not_found`. */
export async function runReport(scope: TenantScope, number: number): Promise<RunReport> {
  return withOrganisation(scope, async (tx) => {
    const run = await findRun(tx, scope, number);
    const rows = await tx.goldenVerdict.findMany({
      where: { organisationId: scope.organisation.id, projectId: scope.project.id, runId: run.id },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    });
    const results = rows.map((row) => ({ questionId: row.questionId, asked: askedQuestion.parse(row.asked), verdict: toGoldenVerdict(row) }));
    return { run, results, documents: await documentsOf(tx, scope, run.documentsDigest) };
  });
}

async function documentsOf(tx: PortalTransaction, scope: TenantScope, digest: string | null): Promise<DocumentState[]> {
  if (digest === null) return [];
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, digest };
  const row = await tx.goldenSnapshot.findFirst({ where, select: { documents: true } });
  return documentStates.parse(row?.documents ?? []);
}
