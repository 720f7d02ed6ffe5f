import type { Metadata } from "next";

import { issueProjectKey, revokeProjectKey, rotateProjectKey } from "@/app/t/[org]/[project]/keys/actions";
import { IssueKey } from "@/components/keys/issue-key";
import { KeysTable } from "@/components/keys/keys-table";
import { PortalKey } from "@/components/keys/portal-key";
import { UnknownKeys } from "@/components/keys/unknown-keys";
import { listKeys } from "@/lib/portal/keys/list-keys";
import { OVERLAP_SECONDS } from "@/lib/portal/keys/rotate-key";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Keys" };

/** Every key that opens the project: the portal's own, those of the customer's software, and any that nobody here has issued. */
export default async function KeysPage({ params }: { params: TenantParams }) {
  const scope = await pageTenant(params, "keys.read", "/keys");
  const keys = await listKeys(scope);
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  const mayWrite = scope.may("keys.write");
  const own = keys.find(({ origin }) => origin === "portal");
  const unknown = keys.filter(({ origin, state }) => origin === "unknown" && state === "active");
  return (
    <div className="mx-auto w-full max-w-5xl space-y-8 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Keys</h1>
        <p className="text-sm text-muted-foreground">Each key opens {scope.project.name} and nothing else. This is tried every time one is issued.</p>
      </header>
      {unknown.length > 0 && <UnknownKeys count={unknown.length} />}
      <PortalKey ownKey={own ?? null} overlapSeconds={OVERLAP_SECONDS} rotate={mayWrite ? rotateProjectKey.bind(null, target) : null} />
      {mayWrite && <IssueKey issue={issueProjectKey.bind(null, target)} />}
      <KeysTable keys={keys} revoke={mayWrite ? revokeProjectKey.bind(null, target) : null} />
    </div>
  );
}
