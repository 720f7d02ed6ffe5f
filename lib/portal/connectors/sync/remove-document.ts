import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { forgetDocument } from "@/lib/portal/connectors/sync/known-documents";
import type { TenantScope } from "@/lib/portal/scope";

/** Takes a source's document out of the answers; one that is gone already is forgotten. */
export async function removeSourceDocument(scope: TenantScope, client: EngineClient, connectorId: string, { address, documentId }: { address: string; documentId: string }): Promise<void> {
  try {
    await client.documents.remove(documentId);
  } catch (thrown) {
    if (!(thrown instanceof CitadelError) || thrown.code !== "not_found") throw thrown;
  }
  await forgetDocument(scope, connectorId, address);
}
