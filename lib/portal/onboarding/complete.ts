import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { seal, unseal } from "@/lib/platform/crypto/seal";
import { appUrl } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withNewOrganisation } from "@/lib/portal/database";
import { invitationData, newInvitationToken } from "@/lib/portal/members/invitation-token";
import { broughtBy } from "@/lib/portal/onboarding/brought-project";
import type { NewCustomerRequest, OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";
import type { Plan } from "@/lib/portal/onboarding/plan";
import { provision } from "@/lib/portal/onboarding/provision";
import type { ProvisionedProject } from "@/lib/portal/onboarding/engine-projects";

/**
 * Takes the steps of a claimed request under its row's lock, or answers from it when they have been taken. Undefined when the claim
 * is gone, because another process has failed and cleaned up meanwhile.
 *
 * @throws CitadelError that names the failed step
 */
export async function complete(request: NewCustomerRequest, plan: Plan, admin: EngineAdmin, actor: Actor): Promise<OnboardedCustomer | undefined> {
  const { idempotencyKey } = request;
  const outcome = await withNewOrganisation(plan.organisationId, { operator: true }, async (tx) => {
    const row = await lock(tx, idempotencyKey);
    if (row === undefined) return undefined;
    if (row.sealed_invitation !== null) return answer(plan, unseal(row.sealed_invitation, invitationContext(plan)).toString("utf8"));
    const result = await provision(admin, plan, row.attempts > 1, broughtBy(request, plan));
    if (result.ok) return answer(plan, await write(tx, idempotencyKey, plan, result.projects, actor));
    if (result.settled) await tx.onboarding.deleteMany({ where: { idempotencyKey } });
    // Returned, not thrown, so that the claim's removal is committed.
    return result.error;
  });
  if (outcome instanceof CitadelError) throw outcome;
  return outcome;
}

interface ClaimRow {
  attempts: number;
  sealed_invitation: Uint8Array | null;
}

async function lock(tx: PortalTransaction, idempotencyKey: string): Promise<ClaimRow | undefined> {
  const [row] = await tx.$queryRaw<
    ClaimRow[]
  >`SELECT attempts, sealed_invitation FROM portal.onboarding WHERE idempotency_key = ${idempotencyKey} FOR UPDATE`;
  return row;
}

/** Writes everything the portal holds of a customer. Returns the invitation's token. */
async function write(tx: PortalTransaction, idempotencyKey: string, plan: Plan, provisioned: readonly ProvisionedProject[], actor: Actor): Promise<string> {
  const { organisationId } = plan;
  const token = newInvitationToken();
  await tx.organisation.create({ data: { id: organisationId, slug: plan.slug, name: plan.name } });
  await tx.project.createMany({
    data: provisioned.map(({ project, ...engine }) => ({ organisationId, ...project, ...engine })),
  });
  await tx.invitation.create({
    data: { organisationId, ...invitationData(token, { id: plan.invitationId, email: plan.adminEmail, role: "owner" }) },
  });
  await tx.onboarding.update({
    where: { idempotencyKey },
    data: { finishedAt: new Date(), sealedInvitation: Uint8Array.from(seal(Buffer.from(token, "utf8"), invitationContext(plan))) },
  });
  await recordAuditAs(tx, organisationId, actor, {
    action: "customer.created",
    target: { kind: "customer", id: organisationId, name: plan.name },
    after: { slug: plan.slug, projects: plan.projects.map(({ name }) => name), keys: provisioned.map(({ keyPrefix }) => keyPrefix), invited: plan.adminEmail },
  });
  return token;
}

function answer({ organisationId, slug, projects }: Plan, token: string): OnboardedCustomer {
  return { organisationId, slug, projects, invitationUrl: `${appUrl()}/invite/${token}` };
}

/** What the first invitation's token is sealed for: see `seal`. For onboarding, and for the exchange of the master key. */
export function invitationContext({ organisationId, invitationId }: Pick<Plan, "organisationId" | "invitationId">): string {
  return `invitation ${organisationId}/${invitationId}`;
}
