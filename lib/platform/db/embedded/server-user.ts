import "server-only";

import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";

const run = promisify(execFile);

/** Whom PostgreSQL runs as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Name of the account that is used, and made where it is missing. */
const NAME = "postgres";

/** Ways of making it: Debian and Red Hat, then Alpine. */
const WAYS_TO_CREATE = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME],
  ["adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", NAME],
] as const;

/**
 * PostgreSQL refuses to run as root. As root this is the account that owns the cluster, or `postgres`, which is made where it
 * does not exist; as anybody else undefined: the server runs as its starter. Throws {@link DatabaseSetupError}.
 */
export async function serverUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findUser()) ?? (await createUser());
}

async function findUser(): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(["-u", "-g"].map(async (flag) => Number((await run("id", [flag, NAME])).stdout)));
    return uid && gid !== undefined ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<ServerUser> {
  let cause: unknown;
  for (const [command, ...args] of WAYS_TO_CREATE) {
    try {
      await run(command, args);
    } catch (thrown) {
      cause = thrown;
    }
    const made = await findUser();
    if (made !== undefined) return made;
  }
  throw new DatabaseSetupError(`PostgreSQL does not run as root, and the account "${NAME}" for it could not be made. Start as another user, or set DATABASE_URL.`, { cause });
}
