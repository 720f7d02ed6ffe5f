import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { StartError } from "@/lib/launch/start-error";
import { UNFINISHED } from "@/lib/platform/crypto/rotate-master-key";
import type { Env } from "@/lib/platform/env";

/** The secrets the launcher makes where they are not set. */
export interface Secrets {
  MASTER_KEY: string;
  AUTH_SECRET: string;
  SIGNING_KEY: string;
  MANAGEMENT_KEY: string;
  OPERATOR_TOKEN: string;
}

/** A secret's name. */
export type SecretName = keyof Secrets;

const random = () => randomBytes(32).toString("base64");
const token = (prefix: string) => () => `${prefix}_${randomBytes(32).toString("base64url")}`;
const MAKERS: Record<SecretName, () => string> = {
  MASTER_KEY: random,
  AUTH_SECRET: random,
  SIGNING_KEY: random,
  MANAGEMENT_KEY: token("mk"),
  OPERATOR_TOKEN: token("op"),
};
const NAMES: readonly SecretName[] = ["MASTER_KEY", "AUTH_SECRET", "SIGNING_KEY", "MANAGEMENT_KEY", "OPERATOR_TOKEN"];

/** Secrets with the names of those that were made just now. */
export interface LoadedSecrets {
  secrets: Secrets;
  made: SecretName[];
}

/**
 * The secrets of the environment, those kept under the data folder, and new ones for what is missing (files of mode 0600). With a database of one's own the
 * master key must come from elsewhere than the data folder, so that no backup holds both.
 *
 * @throws StartError when the master key is lost, or lies where it must not
 */
export function loadSecrets(env: Env): LoadedSecrets {
  if (existsSync(join(env.DATA_DIR, UNFINISHED))) {
    throw new StartError("An exchange of the master key was interrupted. Finish it first, with the same two keys: npm run rotate-master-key");
  }
  const folder = join(env.DATA_DIR, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made: SecretName[] = [];
  const load = (name: SecretName): string => {
    const given = env[name];
    const path = join(folder, name);
    if (name === "MASTER_KEY") checkMasterKey(env, path);
    if (given !== undefined) return given;
    if (existsSync(path)) return readFileSync(path, "utf8").trim();
    const value = MAKERS[name]();
    writeFileSync(path, `${value}\n`, { mode: 0o600, flag: "wx", flush: true });
    made.push(name);
    return value;
  };
  const [MASTER_KEY = "", AUTH_SECRET = "", SIGNING_KEY = "", MANAGEMENT_KEY = "", OPERATOR_TOKEN = ""] = NAMES.map(load);
  return { secrets: { MASTER_KEY, AUTH_SECRET, SIGNING_KEY, MANAGEMENT_KEY, OPERATOR_TOKEN }, made };
}

function checkMasterKey(env: Env, path: string): void {
  const isExternal = env.DATABASE_URL !== undefined;
  if (isExternal && existsSync(path)) {
    throw new StartError(
      `With DATABASE_URL set, the master key must not lie under DATA_DIR: a backup of that folder would hold the lock and the key.\nMove ${path} into your secret store, set MASTER_KEY from there, and start again.`,
    );
  }
  if (env.MASTER_KEY !== undefined || existsSync(path)) return;
  if (isExternal) throw new StartError("DATABASE_URL is set, MASTER_KEY is not.\nMake one with: openssl rand -base64 32, keep it in your secret store, set MASTER_KEY from there, and start again.");
  if (holdsData(env.DATA_DIR)) {
    throw new StartError(
      `The master key is missing: ${path} is not there, but ${env.DATA_DIR} holds data that was sealed with it.\nPut the file back, or set MASTER_KEY. Without it the documents cannot be read by anybody; to begin anew, set DATA_DIR to an empty folder.`,
    );
  }
}

function holdsData(dataDir: string): boolean {
  const keys = join(dataDir, "keys");
  return existsSync(join(dataDir, "postgres", "PG_VERSION")) || (existsSync(keys) && readdirSync(keys).length > 0);
}
