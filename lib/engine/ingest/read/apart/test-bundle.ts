import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

import { bundleReader } from "@/lib/engine/ingest/read/apart/bundle-reader";

const ROOT = new URL("../../../../..", import.meta.url).pathname.replace(/\/$/, "");

/** For tests: the reader process, bundled into a folder of its own, which `remove` takes away again. */
export async function bundledReader(): Promise<{ folder: string; bundle: string; remove: () => Promise<void> }> {
  // The bundle finds the packages from where it lies.
  await mkdir(join(ROOT, ".build"), { recursive: true });
  const folder = await mkdtemp(join(ROOT, ".build", "test-"));
  const bundle = join(folder, "reader.mjs");
  await bundleReader(ROOT, bundle);
  return { folder, bundle, remove: () => rm(folder, { recursive: true, force: true }) };
}
