import type { EngineClient } from "@/lib/engine/client";
import type { DocumentListQuery, EngineDocument } from "@/lib/engine/contract";

/** Documents that are asked for at a time. */
const PAGE = 200;

/** The documents of the client's project that the query names, one by one; the engine is asked for more as they are taken. Throws what the engine throws. */
export async function* eachDocument({ documents }: Pick<EngineClient, "documents">, query: Omit<DocumentListQuery, "cursor" | "limit"> = {}): AsyncGenerator<EngineDocument> {
  let cursor: string | null = null;
  do {
    const page = await documents.list({ ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) });
    yield* page.data;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** All documents of the client's project. Throws what the engine throws. */
export async function allDocuments(client: Pick<EngineClient, "documents">): Promise<EngineDocument[]> {
  const found: EngineDocument[] = [];
  for await (const document of eachDocument(client)) found.push(document);
  return found;
}
