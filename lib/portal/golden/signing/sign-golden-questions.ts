import "server-only";

import { signJson } from "@/lib/platform/crypto/signing";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { questionsDigest } from "@/lib/portal/golden/digest";
import { documentsState } from "@/lib/portal/golden/documents-state";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { standingOf } from "@/lib/portal/golden/pass-rule";
import { readRule } from "@/lib/portal/golden/rule";
import type { GoldenSignature } from "@/lib/portal/golden/signing/signature";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/**
 * Signs the project's questions with the scope's person's name: they ask the right things, and the answers they get from the
 * documents as they are now are right. Only a set that passes by the rule can be signed.
 *
 * @throws CitadelError `conflict` when it does not pass
 */
export async function signGoldenQuestions(scope: TenantScope): Promise<GoldenSignature> {
  const [questions, documents, rule] = await Promise.all([
    listGoldenQuestions(scope),
    openVault(scope).then(documentsState),
    withOrganisation(scope, (tx) => readRule(tx, scope)),
  ]);
  const { holds, passed } = standingOf(questions, rule.passPercent, Date.now());
  if (!holds) throw new CitadelError("conflict", "The questions do not pass yet. Run them, mend what fails, and sign then.");
  const statement: GoldenSignature = {
    signedBy: scope.person.name,
    signedAt: new Date().toISOString(),
    questionsDigest: questionsDigest(questions),
    documentsDigest: documents.digest,
    questions: questions.length,
    passed,
  };
  const { signature } = signJson({ project: scope.project.id, ...statement });
  const { signedBy, signedAt, ...columns } = statement;
  const id = newId("evt");
  await withOrganisation(scope, async (tx) => {
    await tx.goldenSignature.create({
      data: {
        ...columns,
        organisationId: scope.organisation.id,
        projectId: scope.project.id,
        id,
        signedBy: scope.actorId,
        signedName: signedBy,
        signedAt,
        signature: { ...signature },
      },
    });
    await recordAudit(tx, scope, {
      action: "golden.signed",
      target: { kind: "golden questions", id, name: scope.project.name },
      after: { questions: questions.length, passed, questionsDigest: statement.questionsDigest, documentsDigest: statement.documentsDigest },
    });
  });
  return statement;
}
