import "server-only";

import type { EngineTransaction } from "@/lib/engine/database";
import { storedBlocksOf } from "@/lib/engine/documents/page-blocks";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import type { ProjectScope } from "@/lib/engine/scope";

/** Stores pages of a version as they were read. */
export async function storePages(tx: EngineTransaction, { projectId }: ProjectScope, versionId: string, pages: readonly ParsedPage[]): Promise<void> {
  await tx.page.createMany({
    data: pages.map((page) => ({ projectId, versionId, page: page.page, text: page.text, width: page.width, height: page.height, blocks: storedBlocksOf(page) })),
  });
}
