import { assignOwner } from "@/app/t/[org]/[project]/documents/[id]/actions";
import { DocumentKeeper } from "@/components/viewer/document-keeper";
import type { EngineDocument } from "@/lib/engine/contract";
import { careOf, UNKNOWN } from "@/lib/portal/documents/cared-document";
import { listMembers } from "@/lib/portal/members/list-members";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

/** Who looks after an opened document; for admins a choice. */
export async function Keeper({ params, document }: { params: TenantParams; document: EngineDocument }) {
  const scope = await pageTenant(params, "documents.read");
  const care = (await careOf(scope, [document])).get(document.id) ?? UNKNOWN;
  const tools = scope.may("documents.write")
    ? {
        people: (await listMembers(scope)).filter(({ role }) => role !== "reader").map(({ personId, name }) => ({ id: personId, name })),
        assign: assignOwner.bind(null, { org: scope.organisation.slug, project: scope.project.slug }),
      }
    : undefined;
  return <DocumentKeeper documentId={document.id} {...care} tools={tools} />;
}
