import "server-only";

import { type EngineTransaction, withProject } from "@/lib/engine/database";
import { holdDocument } from "@/lib/engine/documents/lock-document";
import { advance, type Attempt } from "@/lib/engine/ingest/attempt";
import { wordsOfName } from "@/lib/engine/ingest/chunk/headings-path";
import type { Extracted } from "@/lib/engine/ingest/extract-pages";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import type { ProjectScope } from "@/lib/engine/scope";
import { draftOf, type DraftRow } from "@/lib/engine/search/index/stored-draft";

/** A document of the project whose live version has the bytes in question. */
interface SameBytes {
  version_id: string;
  document_id: string;
  name: string;
}

/**
 * What reading the version's file would give, where the project has read the same bytes as the same type before: the pages are copied, and
 * the chunks are those of the other document under this one's name. Undefined when the file must be read. Throws Overtaken.
 */
export async function reuseExtracted(attempt: Attempt): Promise<Extracted | undefined> {
  const { scope, documentName } = attempt.version;
  return withProject(scope, async (tx) => {
    const same = await findSameBytes(tx, attempt);
    if (same === undefined) return undefined;
    await advance(tx, attempt, { status: "extracting" });
    await holdDocument(tx, scope, same.document_id);
    const drafts = renamed(await draftsOf(tx, scope, same), same.name, documentName);
    if (drafts === undefined) return undefined;
    const pageCount = await copyPages(tx, attempt, same);
    await advance(tx, attempt, { status: "extracting", progressDone: pageCount, pageCount });
    return { pageCount, drafts };
  });
}

async function findSameBytes(tx: EngineTransaction, { version: { scope, versionId, contentType, sha256 } }: Attempt): Promise<SameBytes | undefined> {
  const { projectId } = scope;
  const [same] = await tx.$queryRaw<SameBytes[]>`
    SELECT v.id AS version_id, v.document_id, d.name
    FROM engine.document_version v JOIN engine.document d ON d.project_id = ${projectId} AND d.live_version_id = v.id
    WHERE v.project_id = ${projectId} AND v.sha256 = ${sha256} AND v.content_type = ${contentType} AND v.status = 'ready' AND v.id <> ${versionId}
    ORDER BY v.created_at LIMIT 1`;
  return same;
}

/** Asked after the document is held: none when the version has been removed or replaced before. */
async function draftsOf(tx: EngineTransaction, { projectId }: ProjectScope, same: SameBytes): Promise<ChunkDraft[]> {
  const rows = await tx.$queryRaw<DraftRow[]>`
    SELECT page, start_offset, end_offset, text, context, sentence_spans, sentence_contexts
    FROM engine.chunk WHERE project_id = ${projectId} AND version_id = ${same.version_id} ORDER BY ordinal`;
  return rows.map(draftOf);
}

/** The chunks with another document's name in their context; undefined when there are none, or their context does not begin with the name. */
function renamed(drafts: readonly ChunkDraft[], from: string, to: string): ChunkDraft[] | undefined {
  const [before, after] = [wordsOfName(from), wordsOfName(to)];
  if (drafts.length === 0 || (before !== "" && drafts.some(({ context }) => context[0] !== before))) return undefined;
  return drafts.map((draft) => {
    const headings = before === "" ? draft.context : draft.context.slice(1);
    return { ...draft, context: after === "" ? headings : [after, ...headings] };
  });
}

/** Copies the pages; how many there are. */
async function copyPages(tx: EngineTransaction, { version: { scope, versionId } }: Attempt, same: SameBytes): Promise<number> {
  const { projectId } = scope;
  return tx.$executeRaw`
    INSERT INTO engine.page (project_id, version_id, page, text, width, height, blocks)
    SELECT project_id, ${versionId}, page, text, width, height, blocks
    FROM engine.page WHERE project_id = ${projectId} AND version_id = ${same.version_id}`;
}
