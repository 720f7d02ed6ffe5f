import type { EngineDocument } from "@/lib/engine/contract";

/** A document for a test, ready unless it says otherwise. */
export function documentOf(change: Partial<EngineDocument> & { id: string }): EngineDocument {
  const status = change.status ?? "ready";
  return {
    name: `${change.id}.md`,
    status,
    version: 1,
    contentType: "text/markdown",
    bytes: 1_000,
    sha256: "0".repeat(64),
    pageCount: 1,
    chunkCount: 1,
    error: null,
    progress: { stage: status, done: 0, total: 0 },
    answers: status === "ready",
    createdAt: "2026-11-24T10:00:00.000Z",
    indexedAt: null,
    ...change,
  };
}

/** A file of that many bytes. */
export function fileOf(name: string, bytes = 4): File {
  return new File([new Uint8Array(bytes)], name);
}
