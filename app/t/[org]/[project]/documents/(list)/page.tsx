import type { Metadata } from "next";

import { AdminGuide } from "@/app/t/[org]/[project]/admin-guide";
import { Documents } from "@/components/documents/documents";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { filterOf, firstPage, type SearchParams } from "@/lib/portal/documents/first-page";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Documents" };

/** What an admin has still to do, and the project's documents, with the newest in the page from the start; what moves is read by the page itself. */
export default async function DocumentsPage({ params, searchParams }: { params: TenantParams; searchParams: Promise<SearchParams> }) {
  const scope = await pageTenant(params, "documents.read", "/documents");
  const filter = filterOf(await searchParams);
  const { staleDays } = await withOrganisation(scope, (tx) => readCareSetting(tx, scope));
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-7xl space-y-8 px-4 py-8 sm:px-6">
      <AdminGuide scope={scope} />
      <Documents key={`${address.org}/${address.project}`} address={address} first={{ ...(await firstPage(scope, filter)), filter }} mayWrite={scope.may("documents.write")} staleDays={staleDays} />
    </div>
  );
}
