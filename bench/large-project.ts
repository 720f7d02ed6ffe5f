import { randomBytes } from "node:crypto";

import { newId } from "@/lib/platform/ids";
import { writeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { withConnection } from "@/lib/platform/db/connect";
import { required } from "@/lib/platform/env";

/** Of each original, in bytes: the most that an upload takes. */
const FILE_BYTES = 50 * 1024 * 1024;
/** Pages of a document, and the letters on each. */
const PAGES = 20;
const PAGE_LETTERS = 3_000;

/** Puts documents with originals of so many bytes altogether into a project of the engine, sealed as uploads are but neither parsed nor searched. Returns how many. */
export async function fillProject(projectId: string, bytes: number): Promise<number> {
  const key = await openDataKey(projectId);
  const count = Math.max(1, Math.ceil(bytes / FILE_BYTES));
  await withConnection(required("DATABASE_URL"), async (connection) => {
    for (let number = 0; number < count; number += 1) {
      const [documentId, versionId] = [newId("doc"), newId("ver")];
      const blobName = `${projectId}/${versionId}`;
      const written = await writeBlob(key, blobName, noise(Math.min(FILE_BYTES, bytes - number * FILE_BYTES)), FILE_BYTES);
      await connection.query("BEGIN");
      await connection.query("INSERT INTO engine.document (project_id, id, name, newest_version_id, live_version_id) VALUES ($1, $2, $3, $4, $4)", [projectId, documentId, `scans/archive-${number}.bin`, versionId]);
      await connection.query(
        `INSERT INTO engine.document_version (project_id, id, document_id, version, content_type, bytes, sha256, blob_name, status, page_count, indexed_at)
         VALUES ($1, $2, $3, 1, 'application/octet-stream', $4, $5, $6, 'ready', $7, now())`,
        [projectId, versionId, documentId, written.bytes, written.sha256, blobName, PAGES],
      );
      await connection.query(
        `INSERT INTO engine.page (project_id, version_id, page, text, blocks) SELECT $1, $2, n, left(repeat(md5($2 || n) || ' ', 200), $4), '[]' FROM generate_series(1, $3::int) n`,
        [projectId, versionId, PAGES, PAGE_LETTERS],
      );
      await connection.query("COMMIT");
    }
  });
  return count;
}

/** Bytes that nothing packs any smaller: scans, pictures and PDFs are like that. */
async function* noise(bytes: number): AsyncGenerator<Uint8Array> {
  const block = randomBytes(1024 * 1024);
  for (let left = bytes; left > 0; left -= block.length) {
    block.writeUInt32LE(left % 2 ** 32, 0);
    yield Buffer.from(block.subarray(0, Math.min(left, block.length)));
  }
}
