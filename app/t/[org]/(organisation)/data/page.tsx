import type { Metadata } from "next";

import { deleteData, exportData, undoDeletion } from "@/app/t/[org]/(organisation)/data/actions";
import { DeleteData } from "@/components/leaving/delete-data";
import { Deletions } from "@/components/leaving/deletions";
import { ExportData } from "@/components/leaving/export-data";
import { ImportData } from "@/components/leaving/import-data";
import { Section } from "@/components/leaving/section";
import { Transfers } from "@/components/leaving/transfers";
import { env } from "@/lib/platform/env";
import { listOwnDeletions } from "@/lib/portal/leaving/list-deletions";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";
import { listTransfers } from "@/lib/portal/transfer/list-transfers";

export const metadata: Metadata = { title: "Your data" };

/** What an admin takes away, brings in and deletes. */
export default async function DataPage({ params }: { params: OrganisationParams }) {
  const scope = await pageOrganisation(params, "data.leave", "/data");
  const [projects, transfers, deletions] = await Promise.all([listProjects(scope), listTransfers(scope), listOwnDeletions(scope)]);
  const { slug: org, name } = scope.organisation;
  const target = { org };
  const choices = projects.map((project) => ({ slug: project.slug, name: project.name }));
  const isLeaving = deletions.some(({ projectId, status }) => projectId === null && status !== "done");
  return (
    <div className="mx-auto w-full max-w-4xl space-y-10 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Your data</h1>
        <p className="max-w-prose text-sm text-muted-foreground">It belongs to {name}. Take it with you, bring it into another project, or have it deleted for good.</p>
      </header>
      {deletions.length > 0 && <Deletions deletions={deletions} undo={undoDeletion.bind(null, target)} />}
      <Section title="Export" text="One ZIP file: originals, their pages, golden questions and runs, conversations, settings, and for everything also members and the audit log. It can be downloaded for seven days.">
        {choices.length > 0 ? <ExportData projects={choices} everything={name} ask={exportData.bind(null, target)} /> : <p className="text-sm text-muted-foreground">There is no project to export.</p>}
      </Section>
      {choices.length > 0 && (
        <Section title="Import" text="Brings the export of one project into an empty one: the documents under their names, the golden questions and the settings. A run then gives the same verdicts.">
          <ImportData org={org} projects={choices} />
        </Section>
      )}
      {transfers.length > 0 && <Transfers org={org} transfers={transfers} />}
      {!isLeaving && (
        <Section title="Delete" text="Export first: while something waits for its deletion nobody can open it.">
          <DeleteData projects={choices} everything={name} graceDays={env().DELETION_GRACE_DAYS} act={deleteData.bind(null, target)} />
        </Section>
      )}
    </div>
  );
}
