import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import type { GoldenVerdict } from "@/lib/portal/golden/golden-question";
import { toGoldenVerdict, type VerdictRow } from "@/lib/portal/golden/golden-row";
import type { TenantScope } from "@/lib/portal/scope";

/** The latest verdict of each question of the scope's project, as it asks and expects now, by question id. */
export async function latestVerdicts(tx: PortalTransaction, scope: TenantScope): Promise<Map<string, GoldenVerdict>> {
  const rows = await tx.$queryRaw<(VerdictRow & { questionId: string })[]>`
    SELECT q.id AS "questionId", v.*
    FROM portal.golden_question q CROSS JOIN LATERAL (
      SELECT v.id, v.run_id AS "runId", v.passed, v.reason, v.findings, v.answer, v.others, v.overruled_at AS "overruledAt",
             v.overruled_name AS "overruledName", v.overruled_reason AS "overruledReason", v.ran_at AS "ranAt"
      FROM portal.golden_verdict v
      WHERE v.organisation_id = ${scope.organisation.id} AND v.project_id = ${scope.project.id} AND v.question_id = q.id AND v.ran_at >= q.revised_at
      ORDER BY v.ran_at DESC, v.id DESC LIMIT 1
    ) v
    WHERE q.organisation_id = ${scope.organisation.id} AND q.project_id = ${scope.project.id}`;
  return new Map(rows.map((row) => [row.questionId, toGoldenVerdict(row)]));
}
