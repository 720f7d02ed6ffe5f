import "server-only";

import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { writeDurably } from "@/lib/platform/blobs/durable-file";
import { decrypt, encrypt } from "@/lib/platform/crypto/aead";
import { subkey } from "@/lib/platform/crypto/subkey";
import { env, required } from "@/lib/platform/env";

const KEY_BYTES = 32;
/** The ids of the server's own making that name a file here. */
const OWNER = /^[a-z]+_[0-9a-z]+$/;

/**
 * A project's data key, unwrapped. Its bytes do not leave this object by accident: it prints as nothing and has no fields.
 */
export class DataKey {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The 32 bytes, for the cipher alone. */
  bytes(): Buffer {
    return this.#bytes;
  }
}

/**
 * Makes and keeps a project's data key, wrapped by the master key, in the key store: a folder of its own, no part of database or blob
 * backups, so that destroying a key makes every copy of the originals unreadable. `owner` is the project's id, made by the server.
 */
export async function createDataKey(owner: string): Promise<void> {
  const path = pathOf(owner);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeDurably(path, encrypt(wrappingKey(), randomBytes(KEY_BYTES), contextOf(owner)));
}

/** A project's data key. Throws an Error when it was destroyed, or when the master key is not the one it was wrapped with. */
export async function openDataKey(owner: string): Promise<DataKey> {
  return new DataKey(decrypt(wrappingKey(), await readFile(pathOf(owner)), contextOf(owner)));
}

/** Destroys a project's data key: what was encrypted with it can never be read again. The file is overwritten before it is removed. */
export async function destroyDataKey(owner: string): Promise<void> {
  const path = pathOf(owner);
  try {
    await writeFile(path, randomBytes(KEY_BYTES * 2), { flag: "r+", flush: true });
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")) throw thrown;
  }
  await rm(path, { force: true });
}

/** A wrapped data key's file that is to be written anew, under another master key. */
export interface Rewrapping {
  path: string;
  bytes: Buffer;
}

/**
 * Every data key of a folder that is not yet wrapped by the master key `to`, wrapped by it; nothing is written. To be called again after an
 * interruption: what is done already is left out. Throws an Error when one opens with neither key.
 *
 * @param dataDir the DATA_DIR whose key store is meant
 */
export async function rewrappings(dataDir: string, { from, to }: { from: string; to: string }): Promise<Rewrapping[]> {
  const folder = join(dataDir, "keys");
  const found: Rewrapping[] = [];
  for (const owner of (await filesIn(folder)).filter((name) => OWNER.test(name))) {
    const path = join(folder, owner);
    const wrapped = await readFile(path);
    if (opens(wrappingKey(to), wrapped, owner)) continue;
    const plain = decrypt(wrappingKey(from), wrapped, contextOf(owner));
    found.push({ path, bytes: encrypt(wrappingKey(to), plain, contextOf(owner)) });
  }
  return found;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}

function opens(key: Buffer, wrapped: Buffer, owner: string): boolean {
  try {
    return decrypt(key, wrapped, contextOf(owner)).length === KEY_BYTES;
  } catch {
    return false;
  }
}

function wrappingKey(masterKey = required("MASTER_KEY")): Buffer {
  return subkey(masterKey, "data keys");
}

function contextOf(owner: string): string {
  return `data key of ${owner}`;
}

function pathOf(owner: string): string {
  if (!OWNER.test(owner)) throw new Error("A data key belongs to an id of the server's own.");
  return join(env().DATA_DIR, "keys", owner);
}
