import { z } from "zod";

import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { createTestProject, file, readWaiting } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { required } from "@/lib/platform/env";
import { withOrganisation, withPerson } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { invite } from "@/lib/portal/members/invite";
import { listMembers } from "@/lib/portal/members/list-members";
import { removeMember } from "@/lib/portal/members/remove-member";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import { openSession } from "@/lib/portal/sessions/open-session";
import { revokeSession } from "@/lib/portal/sessions/revoke-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";
import { newMember } from "@/lib/portal/testing/new-member";
import { newEmail, newTenant, ownerScope, type TestTenant, tokenOf } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

import type { Caller, Names } from "./callers";
import type { Credential } from "./carry-out";

/** The people and keys of the matrix, the tenant at whose doors they knock, and what must never be told to those outside. */
export interface Cast {
  tenant: TestTenant;
  credentials: Record<Caller, Credential>;
  names: Names;
  home: Pick<Names, "org" | "project">;
  marks: readonly string[];
  release(): Promise<void>;
}

const SECRET = "The heron of Lower Quillon keeps the seventh ledger.";

/** Puts everyone in place. */
export async function castOfMatrix(): Promise<Cast> {
  const releaseQueue = await holdQueue("shared");
  const [tenant, foreign, elsewhere] = await Promise.all([newTenant(), newTenant(), newTenant()]);
  const reader = await newMember(tenant, "reader");
  const [stranger, operator, removed] = [await withoutMembership(elsewhere), await withoutMembership(elsewhere), await withoutMembership(tenant)];
  await grantOperator(operator.email);
  const names = await namesOf(tenant, stranger.email);
  const ownKey = (await engineAdmin().issueKey(names.engineProject)).key;
  return {
    tenant,
    names,
    home: { org: foreign.org, project: foreign.project },
    marks: [SECRET, "quillon.md", tenant.owner.email, reader.email, "Where does the heron"],
    credentials: {
      nobody: {},
      stranger: { session: stranger.token },
      operator: { session: operator.token },
      foreignAdmin: { session: foreign.token },
      foreignAdminAtHome: { session: foreign.token },
      reader: { session: reader.token },
      removedMember: { session: removed.token },
      expiredSession: { session: await expiredSession(tenant.owner.personId) },
      signedOut: { session: await endedSession(tenant.owner.personId) },
      foreignKey: { key: (await createTestProject()).key },
      revokedKey: { key: await revokedKey(names.engineProject) },
      managementKey: { key: required("MANAGEMENT_KEY") },
      operatorToken: { key: required("OPERATOR_TOKEN") },
      ownKey: { key: ownKey },
      owner: { session: tenant.token },
    },
    async release() {
      stopReaders();
      await releaseQueue();
    },
  };
}

async function withoutMembership(tenant: TestTenant) {
  const member = await newMember(tenant, "member");
  const scope = await ownerScope(tenant);
  const membership = (await listMembers(scope)).find(({ personId }) => personId === member.personId);
  await removeMember(scope, membership?.id ?? "");
  return member;
}

async function expiredSession(personId: string): Promise<string> {
  const id = await openSession(personId);
  await withPerson(personId, (tx) => tx.session.updateMany({ where: { id, personId }, data: { expiresAt: new Date(Date.now() - 1_000) } }));
  return sessionToken(id);
}

async function endedSession(personId: string): Promise<string> {
  const id = await openSession(personId);
  await revokeSession(id);
  return sessionToken(id);
}

async function revokedKey(engineProject: string): Promise<string> {
  const { id, key } = await engineAdmin().issueKey(engineProject);
  await engineAdmin().revokeKey(engineProject, id);
  return key;
}

/** Gives the tenant one of everything that has a name. */
async function namesOf(tenant: TestTenant, invited: string): Promise<Names> {
  const scope = await ownerScope(tenant);
  const owner = { organisationId: scope.organisation.id, id: scope.project.id };
  const { engineProjectId: engineProject } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: owner }));
  const client = await openVault(scope);
  const uploaded = await client.documents.upload(file("quillon.md", `# Quillon\n\n${SECRET}`));
  const spare = await client.documents.upload(file("spare.md", "# Spare\n\nNothing of note."));
  await readWaiting(engineProject);
  const question = await saveGoldenQuestion(scope, { question: "Where does the heron live?", expectsRefusal: true });
  const { latest } = await runGoldenQuestion(scope, question.id);
  const run = await startRun(scope, "hand");
  const spareMember = await newMember(tenant, "member");
  const membership = (await listMembers(scope)).find(({ personId }) => personId === spareMember.personId);
  const gone = await engineAdmin().createProject({ name: "gone", environment: "development" });
  return {
    org: tenant.org,
    project: tenant.project,
    document: uploaded.document.id,
    spareDocument: spare.document.id,
    session: (await client.chat({ question: "Who keeps the seventh ledger?" })).sessionId,
    run: String(run.number),
    runId: run.id,
    question: question.id,
    verdict: z.string().parse(latest?.id),
    membership: z.string().parse(membership?.id),
    invitation: (await invite(scope, { email: newEmail(), role: "reader" })).id,
    token: tokenOf((await invite(scope, { email: invited, role: "reader" })).url),
    organisationId: owner.organisationId,
    projectId: owner.id,
    engineProject,
    key: (await engineAdmin().issueKey(engineProject)).id,
    deletion: (await engineAdmin().deleteProject(gone.id)).deletion.id,
  };
}
