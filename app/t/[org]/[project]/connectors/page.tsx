import type { Metadata } from "next";
import { Suspense } from "react";

import { AdminGuide } from "@/app/t/[org]/[project]/admin-guide";
import { connectSource, disconnectSource, editSource, makeSourceHook, syncSourceNow } from "@/app/t/[org]/[project]/connectors/actions";
import { Sources } from "@/components/connectors/sources";
import { listSources } from "@/lib/portal/connectors/list-sources";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Sources" };

/** Where a project's documents come from by themselves. */
export default async function SourcesPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "documents.write", "/connectors");
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-4xl space-y-8 px-4 py-8 sm:px-6">
      <Suspense fallback={null}>
        <AdminGuide scope={scope} />
      </Suspense>
      <Sources
        address={address}
        sources={await listSources(scope)}
        actions={{
          add: connectSource.bind(null, address),
          edit: editSource.bind(null, address),
          sync: syncSourceNow.bind(null, address),
          hook: makeSourceHook.bind(null, address),
          remove: disconnectSource.bind(null, address),
        }}
      />
    </div>
  );
}
