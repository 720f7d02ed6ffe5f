import { CitadelError } from "@/lib/platform/errors";
import { askingState } from "@/lib/portal/asking/asking-state";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { listInvitations, listMembers } from "@/lib/portal/members/list-members";
import { ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

/** All of a tenant that a caller could change, to be compared before and after the callers who must not; of one that has ended, what says so. */
export async function stateOf(tenant: TestTenant): Promise<unknown> {
  try {
    return await livingState(tenant);
  } catch (thrown) {
    if (thrown instanceof CitadelError) return thrown.code;
    throw thrown;
  }
}

async function livingState(tenant: TestTenant) {
  const scope = await ownerScope(tenant);
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const { engineProjectId } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: owner.organisationId, id: owner.projectId } }));
  const client = await openVault(scope);
  return {
    documents: (await client.documents.list()).data,
    keys: (await engineAdmin().listKeys(engineProjectId)).data.map(({ id, revokedAt }) => ({ id, revokedAt })),
    questions: await listGoldenQuestions(scope),
    runs: await withOrganisation(scope, (tx) => tx.goldenRun.findMany({ where: owner, orderBy: { number: "asc" } })),
    rule: await withOrganisation(scope, (tx) => tx.goldenRule.findMany({ where: owner })),
    members: await listMembers(scope),
    invitations: await listInvitations(scope),
    asking: await askingState(scope),
    audit: await withOrganisation(scope, (tx) => tx.auditEvent.count({ where: { organisationId: owner.organisationId } })),
  };
}
