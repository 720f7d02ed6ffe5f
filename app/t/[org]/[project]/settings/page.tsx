import type { Metadata } from "next";

import { changeCare } from "@/app/t/[org]/[project]/settings/actions";
import { CareForm } from "@/components/care/care-form";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Settings" };

/** How a project is kept right. */
export default async function SettingsPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "conversations.review", "/settings");
  const setting = await withOrganisation(scope, (tx) => readCareSetting(tx, scope));
  return (
    <div className="mx-auto w-full max-w-3xl space-y-6 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Settings</h1>
        <p className="text-sm text-muted-foreground">How {scope.project.name} is kept right.</p>
      </header>
      <CareForm setting={setting} save={changeCare.bind(null, { org: scope.organisation.slug, project: scope.project.slug })} />
    </div>
  );
}
