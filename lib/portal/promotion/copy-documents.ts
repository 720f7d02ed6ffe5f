import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { noteChange } from "@/lib/portal/documents/note-change";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import type { TenantScope } from "@/lib/portal/scope";
import { openSibling, openVault } from "@/lib/portal/vault";

/** What is copied from where. */
interface Copied {
  fromProjectId: string;
  documentIds: readonly string[];
}

/** Copies the originals, as they come, under their names; what stands there already with the same bytes stays as it is. One that was deleted meanwhile is passed over. */
export async function copyDocuments(scope: TenantScope, { fromProjectId, documentIds }: Copied, signal: AbortSignal, tell: (done: number) => Promise<unknown>): Promise<void> {
  const [source, target] = [await openSibling(scope, fromProjectId), await openVault(scope)];
  for (const [place, id] of documentIds.entries()) {
    signal.throwIfAborted();
    try {
      const { name, bytes } = await source.documents.get(id);
      const { document, created } = await withinQuota(scope, { documents: 1, bytes }, async () => target.documents.upload({ name, body: (await source.documents.content(id)).body }));
      if (created) await noteChange(scope, document.version === 1 ? "document.uploaded" : "document.replaced", document);
    } catch (thrown) {
      if (!(thrown instanceof CitadelError) || thrown.code !== "not_found") throw thrown;
    }
    await tell(place + 1);
  }
}
