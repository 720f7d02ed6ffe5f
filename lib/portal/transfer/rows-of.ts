import "server-only";

import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/** Rows that are held at once. */
const BATCH = 500;

interface TableRow {
  table_name: string;
  has_project: boolean;
}

/** The portal's tables of the scope's organisation: those of its projects, or the others. */
export async function tablesOf(scope: OrganisationScope, ofProjects: boolean): Promise<string[]> {
  const rows = await withOrganisation(scope, (tx) => tx.$queryRaw<TableRow[]>`SELECT table_name, has_project FROM portal.organisation_tables()`);
  return rows.filter((row) => row.has_project === ofProjects).map((row) => row.table_name);
}

/** A table's rows of the organisation, or of one project of it, in the order of its key, without what is sealed or hashed. */
export async function* rowsOf(scope: OrganisationScope, table: string, projectId: string | null): AsyncGenerator<unknown> {
  const organisationId = scope.organisation.id;
  for (let skipped = 0; ; skipped += BATCH) {
    const rows = await withOrganisation(
      scope,
      (tx) => tx.$queryRaw<{ entry: unknown }[]>`SELECT entry FROM portal.rows_of(${table}, ${organisationId}, ${projectId}::text, ${skipped}::integer, ${BATCH}::integer)`,
    );
    for (const { entry } of rows) yield entry;
    if (rows.length < BATCH) return;
  }
}
