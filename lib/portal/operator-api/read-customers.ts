import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { notFound } from "@/lib/platform/errors";
import { invalid } from "@/lib/platform/http/validated";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { ApiCustomer, ApiCustomerDetail } from "@/lib/portal/operator-api/customer";
import { customerId } from "@/lib/portal/operator-api/customer-path";
import { customerOf, customersAfter } from "@/lib/portal/operator-api/customer-rows";
import { inParallel } from "@/lib/portal/operators/in-parallel";
import { readTotals } from "@/lib/portal/operators/project-totals";
import { limitsOf } from "@/lib/portal/quota/list-quotas";

/** How many totals are asked for at once. */
const AT_ONCE = 8;

/** One page of the customers, oldest first. Throws CitadelError `validation_failed` for a cursor that the server did not make. */
export async function readCustomers({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<{ data: ApiCustomer[]; nextCursor: string | null }> {
  const found = await customersAfter(cursor === undefined ? "" : readCursor(cursor), limit + 1);
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: found.length > limit && last !== undefined ? Buffer.from(last.id).toString("base64url") : null };
}

/** A customer with its limits and what the engine counts for its projects. Throws CitadelError `not_found`. */
export async function readCustomer(id: string, admin: EngineAdmin = engineAdmin()): Promise<ApiCustomerDetail> {
  const customer = await customerOf(id);
  if (customer === undefined) throw notFound();
  const projects = await inParallel(customer.projects, AT_ONCE, async (project) => ({ ...project, totals: await readTotals(admin, project.engineProjectId) }));
  return { ...customer, limits: await limitsOf(id), projects };
}

function readCursor(cursor: string): string {
  const id = customerId.safeParse(Buffer.from(cursor, "base64url").toString());
  if (!id.success) throw invalid([{ path: "cursor", message: "must be the nextCursor of an earlier answer" }]);
  return id.data;
}
