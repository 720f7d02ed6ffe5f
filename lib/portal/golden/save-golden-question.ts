import "server-only";

import { newId } from "@/lib/platform/ids";
import { validated } from "@/lib/platform/http/validated";
import { withOrganisation } from "@/lib/portal/database";
import { type GoldenQuestion, type GoldenQuestionInput, goldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { toGoldenQuestion } from "@/lib/portal/golden/golden-row";
import type { TenantScope } from "@/lib/portal/scope";

/** Keeps a question with what must come back for it. Throws CitadelError `validation_failed`. */
export async function saveGoldenQuestion(scope: TenantScope, input: GoldenQuestionInput): Promise<GoldenQuestion> {
  const { expectedDocument, ...rest } = validated(goldenQuestionInput, input);
  const row = await withOrganisation(scope, (tx) =>
    tx.goldenQuestion.create({
      data: {
        ...rest,
        organisationId: scope.organisation.id,
        projectId: scope.project.id,
        id: newId("gld"),
        expectedDocumentId: expectedDocument?.id ?? null,
        expectedDocumentName: expectedDocument?.name ?? null,
        createdBy: scope.person.personId,
      },
    }),
  );
  return toGoldenQuestion(row, null);
}
