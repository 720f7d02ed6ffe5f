import "server-only";

import { sha256 } from "@/lib/platform/crypto/token";
import { CitadelError } from "@/lib/platform/errors";
import { type PortalTransaction, withOperator } from "@/lib/portal/database";
import { requireUnused } from "@/lib/portal/onboarding/brought-project";
import type { NewCustomerRequest } from "@/lib/portal/onboarding/new-customer";
import { type Plan, planCustomer, planSchema } from "@/lib/portal/onboarding/plan";

/** How often a claim is tried when others take the same slug at the same moment. */
const MOST_TRIES = 5;

/**
 * Writes down a request with its plan before the first step, or finds the plan of an earlier try.
 *
 * @throws CitadelError `conflict` when the slug is taken, or the key was used for another request; `validation_failed` when a customer has a brought project already
 */
export async function claim(request: NewCustomerRequest): Promise<Plan> {
  const requestDigest = digestOf(request);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan = await withOperator(
      async (tx) => (await again(tx, request.idempotencyKey, requestDigest)) ?? (await first(tx, request, requestDigest)),
    );
    if (plan !== undefined) return plan;
  }
  throw new CitadelError("conflict", "Several customers of this name are being created at this moment. Try again in a few seconds.");
}

async function again(tx: PortalTransaction, idempotencyKey: string, requestDigest: string): Promise<Plan | undefined> {
  const row = await tx.onboarding.findUnique({ where: { idempotencyKey } });
  if (row === null) return undefined;
  if (row.requestDigest !== requestDigest) {
    throw new CitadelError("conflict", "This request was sent before with other contents. Send the first one again, or start a new one.");
  }
  await tx.onboarding.updateMany({ where: { idempotencyKey, finishedAt: null }, data: { attempts: { increment: 1 } } });
  return planSchema.parse(row.plan);
}

async function first(tx: PortalTransaction, request: NewCustomerRequest, requestDigest: string): Promise<Plan | undefined> {
  const taken = await takenSlugs(tx);
  if (request.slug !== undefined && taken.has(request.slug)) {
    throw new CitadelError("conflict", `The address “${request.slug}” is taken. Choose another one.`, {
      errors: [{ path: "slug", message: "is taken" }],
    });
  }
  await requireUnused(tx, request);
  const plan = planCustomer(request, taken);
  const { count } = await tx.onboarding.createMany({
    data: { idempotencyKey: request.idempotencyKey, requestDigest, slug: plan.slug, plan },
    skipDuplicates: true,
  });
  return count === 1 ? plan : undefined;
}

async function takenSlugs(tx: PortalTransaction): Promise<Set<string>> {
  const rows = await tx.$queryRaw<
    { slug: string }[]
  >`SELECT organisation_slug AS slug FROM portal.list_customers() UNION SELECT slug FROM portal.onboarding`;
  return new Set(rows.map(({ slug }) => slug));
}

function digestOf({ idempotencyKey: _, ...contents }: NewCustomerRequest): string {
  return sha256(JSON.stringify(contents)).toString("hex");
}
