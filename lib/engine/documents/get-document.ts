import "server-only";

import type { EngineDocument } from "@/lib/engine/contract";
import { readProject } from "@/lib/engine/database";
import { existingDocument, showDocument } from "@/lib/engine/documents/document-row";
import type { ProjectScope } from "@/lib/engine/scope";

/** One of the scope's documents. Throws CitadelError `not_found`. */
export async function getDocument(scope: ProjectScope, documentId: string): Promise<EngineDocument> {
  return readProject(scope, async (tx) => showDocument(await existingDocument(tx, scope, documentId)));
}
