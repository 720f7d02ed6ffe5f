import "server-only";

import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Appends to a file that is being written. */
export type Append = (bytes: Uint8Array) => Promise<void>;

/** How the name of a file ends that is being written, or whose writer was killed. */
export const UNFINISHED = ".part";

/**
 * Writes a file that is there whole or not at all, also after a power failure: under a temporary name beside it, forced to disk,
 * renamed, and the folder forced to disk as well. The folder exists.
 */
export async function writeFileDurably<Result>(path: string, write: (append: Append) => Promise<Result>): Promise<Result> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
  try {
    const file = await open(temporary, "wx", 0o600);
    let result: Result;
    try {
      result = await write(async (bytes) => {
        await file.writeFile(bytes);
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return result;
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

/** {@link writeFileDurably} for bytes that are at hand. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await writeFileDurably(path, (append) => append(bytes));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
