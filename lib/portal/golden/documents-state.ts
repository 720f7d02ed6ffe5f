import "server-only";

import type { EngineClient } from "@/lib/engine/client";
import { type DocumentState, documentsDigest } from "@/lib/portal/golden/digest";

/** The state of a project's documents at one moment. */
export interface DocumentsState {
  /** Those that answer. */
  documents: DocumentState[];
  digest: string;
  /** How many are still on their way. */
  unsettled: number;
}

const PAGE = 200;

/** Reads the state of the documents behind the door. Throws what the engine throws. */
export async function documentsState({ documents: door }: EngineClient): Promise<DocumentsState> {
  const documents: DocumentState[] = [];
  let unsettled = 0;
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await door.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    unsettled += data.filter(({ status }) => status !== "ready" && status !== "failed").length;
    documents.push(...data.filter(({ answers }) => answers).map(({ id, name, version, sha256 }) => ({ id, name, version, sha256 })));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { documents, digest: documentsDigest(documents), unsettled };
}
