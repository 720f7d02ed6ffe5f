import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SKIPPED = /^(node_modules|generated)$|\.test\.tsx?$/;

/**
 * sha256, in hex, over the names and contents of files and of everything below folders. What is not there counts as absent; tests and what is
 * generated do not count.
 */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) add(path, (bytes) => hash.update(bytes));
  return hash.digest("hex");
}

function add(path: string, update: (bytes: string | Buffer) => void): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    update(`${path}\0`);
    update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) if (!SKIPPED.test(name)) add(join(path, name), update);
}
