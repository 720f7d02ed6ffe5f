import "server-only";

import { chmod, stat } from "node:fs/promises";
import { dirname } from "node:path";

import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import type { ServerUser } from "@/lib/platform/db/embedded/server-user";

/**
 * Lets the server's account pass through the folders above a path, which are often closed (/root, temporary folders): folders
 * of ours get the right to be passed through, not to be listed. Returns those that were changed.
 *
 * @param path an absolute path without symbolic links
 * @throws DatabaseSetupError when a folder of somebody else is in the way
 */
export async function openPassage(path: string, user: ServerUser): Promise<string[]> {
  const opened: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      if (uid !== process.getuid?.()) {
        throw new DatabaseSetupError(`PostgreSQL's account cannot pass through ${folder}. Run: chmod o+x ${folder}, or set DATA_DIR to a folder elsewhere, and start again.`);
      }
      await chmod(folder, (mode & 0o7777) | bit);
      opened.push(folder);
    }
    if (folder === dirname(folder)) return opened;
  }
}
