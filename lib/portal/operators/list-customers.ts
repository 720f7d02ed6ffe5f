import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { notFound } from "@/lib/platform/errors";
import { withOperator } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { inParallel } from "@/lib/portal/operators/in-parallel";
import { type ProjectTotals, readTotals } from "@/lib/portal/operators/project-totals";
import type { SignedIn } from "@/lib/portal/scope";

/** A customer's project on the operator's desk: its totals, and nothing of its content. */
export interface CustomerProject {
  id: string;
  slug: string;
  name: string;
  environment: string;
  productLine: string | null;
  totals: ProjectTotals;
}

/** A customer on the operator's desk. */
export interface Customer {
  id: string;
  slug: string;
  name: string;
  status: string;
  /** ISO 8601 UTC. */
  createdAt: string;
  projects: CustomerProject[];
}

/** A row of `portal.list_customers()`: a customer with one of its projects, or with none (`project_id` null). */
export interface CustomerRow {
  organisation_id: string;
  organisation_slug: string;
  organisation_name: string;
  organisation_status: string;
  created_at: Date;
  project_id: string | null;
  project_slug: string;
  project_name: string;
  environment: string;
  product_line: string | null;
  engine_project_id: string;
}

/** How many totals are asked for at once. */
const AT_ONCE = 8;

/** All customers, oldest first, with what the engine counts for each project. Throws CitadelError `not_found` for who is no operator. */
export async function listCustomers(operator: SignedIn, admin: EngineAdmin = engineAdmin()): Promise<Customer[]> {
  if (!operator.operator) throw notFound();
  const rows = await withOperator((tx) => tx.$queryRaw<CustomerRow[]>`SELECT * FROM portal.list_customers()`);
  const totals = await inParallel(rows, AT_ONCE, (row) => (row.project_id === null ? undefined : readTotals(admin, row.engine_project_id)));
  const customers = new Map<string, Customer>();
  for (const [index, row] of rows.entries()) {
    const customer = customers.get(row.organisation_id) ?? customerOf(row);
    customers.set(row.organisation_id, customer);
    const counted = totals[index];
    if (row.project_id !== null && counted !== undefined) customer.projects.push(projectOf(row, row.project_id, counted));
  }
  return [...customers.values()];
}

function customerOf(row: CustomerRow): Customer {
  return {
    id: row.organisation_id,
    slug: row.organisation_slug,
    name: row.organisation_name,
    status: row.organisation_status,
    createdAt: row.created_at.toISOString(),
    projects: [],
  };
}

function projectOf(row: CustomerRow, id: string, totals: ProjectTotals): CustomerProject {
  return { id, slug: row.project_slug, name: row.project_name, environment: row.environment, productLine: row.product_line, totals };
}
