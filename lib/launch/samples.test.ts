import { expect, it } from "vitest";

import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { readWaiting } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { withOrganisation } from "@/lib/portal/database";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { guideState } from "@/lib/portal/guide/guide-state";
import { addSamples } from "@/lib/portal/guide/samples";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

it("the sample questions pass on the sample documents", async () => {
  const release = await holdQueue("shared");
  try {
    const scope = await ownerScope(await newTenant());
    await addSamples(scope);
    const where = { organisationId: scope.organisation.id, id: scope.project.id };
    const { engineProjectId } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where }));
    await readWaiting(engineProjectId);
    const reasons: string[] = [];
    for (const { id } of await listGoldenQuestions(scope)) {
      const { latest } = await runGoldenQuestion(scope, id);
      if (latest?.passed !== true) reasons.push(latest?.reason ?? "not run");
    }
    expect(reasons).toEqual([]);
    expect((await guideState(scope))?.steps.filter(({ done }) => done).map(({ id }) => id)).toEqual(["documents", "questions", "passing"]);
  } finally {
    stopReaders();
    await release();
  }
}, 120_000);
