import type { Metadata } from "next";

import { savePublicSecurityPage } from "@/app/operator/security/actions";
import { SecurityEditor } from "@/components/security/security-editor";
import { securityPage } from "@/lib/portal/security-page/security-page";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Security page" };

/** Where the operator writes the public security page. */
export default async function OperatorSecurityPage() {
  await pageOperator("/operator/security");
  const page = await securityPage();
  return (
    <div className="space-y-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Security page</h1>
        <p className="max-w-prose text-sm text-muted-foreground">
          Everybody can read it at /security. Say where the servers stand, who hosts them and whom to write to; the time of the last proof of isolation stands above your text by itself.
        </p>
      </header>
      <p className="text-sm text-muted-foreground">
        Each change is a row of the operator’s own audit log.{" "}
        <a href="/api/audit" download className="text-foreground underline underline-offset-4">
          Download the log
        </a>{" "}
        to check it offline with <code className="font-mono text-xs">npm run verify-audit</code>.
      </p>
      <SecurityEditor key={page.version} page={page} save={savePublicSecurityPage} />
    </div>
  );
}
