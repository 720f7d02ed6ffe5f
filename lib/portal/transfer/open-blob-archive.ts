import "server-only";

import { openArchive, type OpenArchive } from "@/lib/platform/archive/open-archive";
import { blobBytes, readBlob } from "@/lib/platform/blobs/sealed-blobs";
import type { DataKey } from "@/lib/platform/crypto/key-store";

/** Opens an archive that lies in the blob store. Throws an Error when it is not there, or is none. */
export async function openBlobArchive(key: DataKey, name: string): Promise<OpenArchive> {
  const bytes = await blobBytes(name);
  if (bytes === undefined) throw new Error("The archive's bytes are not there.");
  return openArchive({ bytes, read: (range) => readBlob(key, name, range) });
}
