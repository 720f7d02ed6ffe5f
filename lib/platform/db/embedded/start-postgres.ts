import "server-only";

import { access, mkdir, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { sqlState, withConnection } from "@/lib/platform/db/connect";
import { postgresBinaries } from "@/lib/platform/db/embedded/binaries";
import { createCluster, OWNER } from "@/lib/platform/db/embedded/create-cluster";
import { launchServer } from "@/lib/platform/db/embedded/launch-server";
import { openPassage } from "@/lib/platform/db/embedded/passage";
import { isServerOf, type PostmasterFile, readPostmasterFile } from "@/lib/platform/db/embedded/postmaster-file";
import { serverUser } from "@/lib/platform/db/embedded/server-user";
import { stopServer } from "@/lib/platform/db/embedded/stop-server";

/** What an embedded server needs. */
export interface EmbeddedOptions {
  /** The folder of the cluster; made where it is missing, with the folders above it. */
  cluster: string;
  /** Where the server's messages go. */
  logFile: string;
  /** The owner's password; the same one at each start. */
  password: string;
  /** False for tests only: nothing is forced to disk. */
  durable: boolean;
}

/** A running embedded server. */
export interface EmbeddedPostgres {
  /** The owner's URL of the product's database. */
  ownerUrl: string;
  pid: number;
  /** `created`: with a new cluster; `adopted`: it was running already, left by a launcher that was killed. */
  origin: "created" | "started" | "adopted";
  /** Folders that had to be opened for the server's account to pass through. */
  opened: string[];
  /** Ends the server; resolves when its process is gone. */
  stop: () => Promise<void>;
}

const DATABASE = "citadel";
const NO_SUCH_DATABASE = "3D000";
/** How long a server that was found running may take to answer: it may just be starting or stopping, in ms. */
const ADOPTION_MS = 3_000;
const LOOK_MS = 50;

/** Starts the server of a folder, makes the cluster where there is none, adopts the server where one runs. Throws DatabaseSetupError. */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { password, durable, logFile } = options;
  await mkdir(dirname(options.cluster), { recursive: true });
  const cluster = join(await realpath(dirname(options.cluster)), basename(options.cluster));
  const running = await adopt(cluster, password);
  if (running !== undefined) return handle(running, password, "adopted", []);

  const [{ initdb, postgres }, user] = await Promise.all([postgresBinaries(), serverUser(cluster)]);
  const opened = user ? [...(await openPassage(await realpath(postgres), user)), ...(await openPassage(cluster, user))] : [];
  const isNew = !(await exists(join(cluster, "PG_VERSION")));
  if (isNew) await createCluster({ cluster, password, initdb, user, durable });
  const started = await launchServer({ cluster, postgres, user, logFile, durable });
  try {
    await ensureDatabase(started, password);
  } catch (thrown) {
    await stopServer(started.pid);
    throw thrown;
  }
  return handle(started, password, isNew ? "created" : "started", opened);
}

function handle({ pid, port }: PostmasterFile, password: string, origin: EmbeddedPostgres["origin"], opened: string[]): EmbeddedPostgres {
  return { ownerUrl: ownerUrl(port, password, DATABASE), pid, origin, opened, stop: () => stopServer(pid) };
}

/** The server that runs on the folder and knows our password; one that does not answer is stopped. */
async function adopt(cluster: string, password: string): Promise<PostmasterFile | undefined> {
  const found = await readPostmasterFile(cluster);
  if (found === undefined) return undefined;
  if (!(await isServerOf(found.pid, cluster))) {
    await rm(join(cluster, "postmaster.pid"), { force: true });
    return undefined;
  }
  for (const end = Date.now() + ADOPTION_MS; Date.now() < end; await sleep(LOOK_MS)) {
    const file = await readPostmasterFile(cluster);
    if (file === undefined) break;
    try {
      await ensureDatabase(file, password);
      return file;
    } catch {
      // It may just be starting; at the end of the time it is stopped.
    }
  }
  await stopServer(found.pid);
  return undefined;
}

async function ensureDatabase({ port }: PostmasterFile, password: string): Promise<void> {
  try {
    await withConnection(ownerUrl(port, password, DATABASE), (connection) => connection.query("SELECT 1"));
  } catch (thrown) {
    if (sqlState(thrown) !== NO_SUCH_DATABASE) throw thrown;
    await withConnection(ownerUrl(port, password, "postgres"), (connection) => connection.query(`CREATE DATABASE ${DATABASE}`));
  }
}

function ownerUrl(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
