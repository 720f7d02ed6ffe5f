import "server-only";

import type { DocumentPage } from "@/lib/engine/contract";
import { readProject } from "@/lib/engine/database";
import { readStoredBlocks } from "@/lib/engine/documents/page-blocks";
import { shownVersion } from "@/lib/engine/documents/shown-version";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";

/** One page of the scope's document, counted from 1. Throws CitadelError `not_found`. */
export async function getPage(scope: ProjectScope, documentId: string, page: number): Promise<DocumentPage> {
  const { projectId } = scope;
  return readProject(scope, async (tx) => {
    const { version } = await shownVersion(tx, scope, documentId);
    const row = await tx.page.findUnique({ where: { projectId_versionId_page: { projectId, versionId: version.id, page } } });
    if (row === null) throw notFound();
    return { page, text: row.text, width: row.width, height: row.height, blocks: readStoredBlocks(row.blocks, row.text) };
  });
}
