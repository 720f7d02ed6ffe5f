import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import type { GoldenVerdict } from "@/lib/portal/golden/golden-question";
import { toGoldenVerdict } from "@/lib/portal/golden/golden-row";
import type { TenantScope } from "@/lib/portal/scope";

interface LatestRow {
  questionId: string;
  passed: boolean;
  reason: string;
  answer: unknown;
  ranAt: Date;
}

/** The latest verdict of each question of the scope's project, by question id. */
export async function latestVerdicts(tx: PortalTransaction, scope: TenantScope): Promise<Map<string, GoldenVerdict>> {
  const rows = await tx.$queryRaw<LatestRow[]>`
    SELECT DISTINCT ON (v.question_id) v.question_id AS "questionId", v.passed, v.reason, v.answer, v.ran_at AS "ranAt"
    FROM portal.golden_verdict v
    JOIN portal.golden_question q ON q.organisation_id = v.organisation_id AND q.id = v.question_id
    WHERE v.organisation_id = ${scope.organisation.id} AND q.organisation_id = ${scope.organisation.id} AND q.project_id = ${scope.project.id}
    ORDER BY v.question_id, v.ran_at DESC, v.id DESC`;
  return new Map(rows.map((row) => [row.questionId, toGoldenVerdict(row)]));
}
