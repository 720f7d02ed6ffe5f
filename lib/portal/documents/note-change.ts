import "server-only";

import type { EngineDocument } from "@/lib/engine/contract";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { disown, ownByUploader } from "@/lib/portal/documents/document-owner";
import { documentsChanged } from "@/lib/portal/golden/watch";
import { measureSoon } from "@/lib/portal/usage/measure-soon";
import type { TenantScope } from "@/lib/portal/scope";

/** What a person can do to a document. */
export type DocumentAction = "document.uploaded" | "document.replaced" | "document.removed" | "document.retried";

/**
 * Tells the audit log and the golden questions what the engine has just done for the scope's person. The engine keeps its own
 * transactions, so this comes after it: a change that it refused leaves no row.
 */
export async function noteChange(scope: TenantScope, action: DocumentAction, document: EngineDocument): Promise<void> {
  const { id, name, version, bytes, sha256 } = document;
  const facts = { project: scope.project.slug, version, bytes, sha256 };
  await withOrganisation(scope, async (tx) => {
    await documentsChanged(tx, scope);
    await measureSoon(tx, scope);
    if (action === "document.removed") await disown(tx, scope, id);
    else await ownByUploader(tx, scope, id);
    await recordAudit(tx, scope, { action, target: { kind: "document", id, name }, ...(action === "document.removed" ? { before: facts } : { after: facts }) });
  });
}
