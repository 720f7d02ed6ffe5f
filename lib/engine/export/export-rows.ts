import "server-only";

import type { DocumentPage } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { readStoredBlocks } from "@/lib/engine/documents/page-blocks";
import type { ProjectScope } from "@/lib/engine/scope";

/** Rows that are held at once. */
const PAGES = 20;
const SESSIONS = 50;

/** A version's pages in their order, some at a time. */
export async function* pagesOf(scope: ProjectScope, versionId: string): AsyncGenerator<DocumentPage> {
  const { projectId } = scope;
  for (let after = 0; ; ) {
    const rows = await withProject(scope, (tx) => tx.page.findMany({ where: { projectId, versionId, page: { gt: after } }, orderBy: { page: "asc" }, take: PAGES }));
    for (const { page, text, width, height, blocks } of rows) yield { page, text, width, height, blocks: readStoredBlocks(blocks, text) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGES) return;
    after = last.page;
  }
}

/** The scope's sessions with what was asked and answered in them, oldest first. */
export async function* sessionsOf(scope: ProjectScope): AsyncGenerator<unknown> {
  const { projectId } = scope;
  for (let after = ""; ; ) {
    const rows = await withProject(scope, (tx) =>
      tx.session.findMany({
        where: { projectId, id: { gt: after } },
        select: { id: true, createdAt: true, messages: { where: { projectId }, select: { id: true, question: true, answer: true, createdAt: true }, orderBy: { id: "asc" } } },
        orderBy: { id: "asc" },
        take: SESSIONS,
      }),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SESSIONS) return;
    after = last.id;
  }
}
