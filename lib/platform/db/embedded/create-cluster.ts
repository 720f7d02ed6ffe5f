import "server-only";

import { execFile } from "node:child_process";
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import type { ServerUser } from "@/lib/platform/db/embedded/server-user";

const run = promisify(execFile);

/** The superuser of an embedded cluster: the owner of the schemas. */
export const OWNER = "citadel_owner";

/** How a cluster is made. */
export interface ClusterOptions {
  /** Absolute path of the folder to be; its parent exists. */
  cluster: string;
  /** The owner's password. */
  password: string;
  initdb: string;
  user: ServerUser | undefined;
  /** False for tests only: nothing is forced to disk. */
  durable: boolean;
}

/**
 * Makes an empty cluster. It is made under another name and renamed at the end, so that an interrupted attempt leaves nothing
 * that looks like a cluster. Throws {@link DatabaseSetupError}.
 */
export async function createCluster({ cluster, password, initdb, user, durable }: ClusterOptions): Promise<void> {
  const workshop = await mkdtemp(join(dirname(cluster), "new-cluster-"));
  const made = join(workshop, "cluster");
  const passwordFile = join(workshop, "password");
  try {
    await mkdir(made, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [workshop, made, passwordFile]) await chown(path, user.uid, user.gid);
    // The builtin provider sorts by code point on every operating system alike.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${OWNER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    await run(initdb, [`--pgdata=${made}`, ...access, ...locale, ...(durable ? [] : ["--no-sync"])], { ...user, env: serverEnvironment() });
    await rename(made, cluster);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseSetupError(`The embedded PostgreSQL could not be created in ${cluster}: ${reason}`, { cause });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The environment of PostgreSQL's programs: none of our secrets, and no setting of the person's own libpq. */
export function serverEnvironment(): { NODE_ENV: "production"; PATH: string; LC_ALL: string; TZ: string } {
  return { NODE_ENV: "production", PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC" };
}
