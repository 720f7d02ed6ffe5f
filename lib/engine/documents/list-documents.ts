import "server-only";

import type { z } from "zod";

import type { DocumentList, documentListQuery } from "@/lib/engine/contract";
import { listPage, readCursor } from "@/lib/engine/cursor";
import { readProject } from "@/lib/engine/database";
import { showDocument } from "@/lib/engine/documents/document-row";
import type { ProjectScope } from "@/lib/engine/scope";

/** The scope's documents, newest first. `status` is that of the newest version, `name` a part of the shown name in any case, `olderThan` a time before which it was indexed. */
export async function listDocuments(scope: ProjectScope, { cursor, limit, status, name, olderThan }: z.output<typeof documentListQuery>): Promise<DocumentList> {
  const { projectId } = scope;
  const before = readCursor("doc", cursor);
  const where = {
    projectId,
    ...(before === undefined ? {} : { id: { lt: before } }),
    ...(status === undefined && olderThan === undefined
      ? {}
      : { newest: { projectId, ...(status === undefined ? {} : { status }), ...(olderThan === undefined ? {} : { indexedAt: { lt: new Date(olderThan) } }) } }),
    ...(name === undefined ? {} : { name: { contains: literally(name.normalize("NFC")), mode: "insensitive" as const } }),
  };
  const rows = await readProject(scope, (tx) => tx.document.findMany({ where, include: { newest: true }, orderBy: { id: "desc" }, take: limit + 1 }));
  return listPage(rows, limit, showDocument);
}

/** Text in which LIKE finds no pattern; Prisma leaves its wildcards as they are. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
