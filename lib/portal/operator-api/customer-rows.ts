import "server-only";

import { environment } from "@/lib/engine/contract";
import { withOperator } from "@/lib/portal/database";
import { type ApiCustomer, customerStatus } from "@/lib/portal/operator-api/customer";
import type { CustomerRow } from "@/lib/portal/operators/list-customers";

/** A customer with the engine's names of its projects, which the API does not show. */
export interface CustomerRecord extends Omit<ApiCustomer, "projects"> {
  projects: (ApiCustomer["projects"][number] & { engineProjectId: string })[];
}

/** At most `limit` customers whose ids stand behind `after`, in the order of their ids, which is that of their creation. */
export async function customersAfter(after: string, limit: number): Promise<CustomerRecord[]> {
  return grouped(
    await withOperator(
      (tx) => tx.$queryRaw<CustomerRow[]>`
        SELECT * FROM portal.list_customers() WHERE organisation_id IN (
          SELECT DISTINCT organisation_id FROM portal.list_customers() WHERE organisation_id > ${after} ORDER BY organisation_id LIMIT ${limit})
        ORDER BY organisation_id, project_id`,
    ),
  );
}

/** The customer of an id, or undefined. */
export async function customerOf(id: string): Promise<CustomerRecord | undefined> {
  const [customer] = grouped(
    await withOperator((tx) => tx.$queryRaw<CustomerRow[]>`SELECT * FROM portal.list_customers() WHERE organisation_id = ${id} ORDER BY project_id`),
  );
  return customer;
}

function grouped(rows: readonly CustomerRow[]): CustomerRecord[] {
  const customers = new Map<string, CustomerRecord>();
  for (const row of rows) {
    const customer = customers.get(row.organisation_id) ?? recordOf(row);
    customers.set(customer.id, customer);
    if (row.project_id !== null) customer.projects.push(projectOf(row, row.project_id));
  }
  return [...customers.values()];
}

function recordOf(row: CustomerRow): CustomerRecord {
  return {
    id: row.organisation_id,
    slug: row.organisation_slug,
    name: row.organisation_name,
    status: customerStatus.parse(row.organisation_status),
    createdAt: row.created_at.toISOString(),
    projects: [],
  };
}

function projectOf(row: CustomerRow, id: string): CustomerRecord["projects"][number] {
  return {
    id,
    slug: row.project_slug,
    name: row.project_name,
    environment: environment.parse(row.environment),
    productLine: row.product_line,
    engineProjectId: row.engine_project_id,
  };
}
