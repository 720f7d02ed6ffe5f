import { Download } from "lucide-react";
import type { Metadata } from "next";

import { AuditFilter } from "@/components/audit/audit-filter";
import { AuditTable } from "@/components/audit/audit-table";
import { Button } from "@/components/ui/button";
import { AUDIT_ACTIONS } from "@/lib/portal/audit/audit-event";
import { auditFilter, listActors, listAudit } from "@/lib/portal/audit/list-audit";
import { filterIn } from "@/lib/portal/audit/filter-in";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Audit log" };

/** What was changed in the organisation, by whom and from where, newest first. */
export default async function AuditPage({ params, searchParams }: { params: OrganisationParams; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const scope = await pageOrganisation(params, "audit.read", "/audit");
  const asked = await searchParams;
  const given = filterIn(asked);
  const filter = auditFilter.safeParse({ ...given.filter, before: asked.before });
  const used = filter.success ? filter.data : auditFilter.parse({});
  const [rows, actors] = await Promise.all([listAudit(scope, used), listActors(scope)]);
  const home = `/t/${scope.organisation.slug}`;
  const older = new URLSearchParams({ ...given.shown, before: String(rows.at(-1)?.sequence ?? 1) });
  const wanted = new URLSearchParams(given.filter).toString();
  return (
    <div className="mx-auto w-full max-w-5xl space-y-6 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Audit log</h1>
          <p className="text-sm text-muted-foreground">Each row holds the hash of the one before it: a row that was changed or left out shows.</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {filter.success && wanted !== "" && (
            <Button asChild variant="outline">
              <a href={`${home}/api/audit?${wanted}`} download>
                <Download aria-hidden />
                Export these
              </a>
            </Button>
          )}
          <Button asChild variant="outline">
            <a href={`${home}/api/audit`} download>
              <Download aria-hidden />
              Export all
            </a>
          </Button>
        </div>
      </header>
      <AuditFilter actions={Object.keys(AUDIT_ACTIONS)} actors={actors} shown={given.shown} />
      <AuditTable rows={rows} sentences={AUDIT_ACTIONS} olderHref={rows.length === used.limit ? `${home}/audit?${older}` : null} />
    </div>
  );
}
