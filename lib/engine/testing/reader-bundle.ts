import "server-only";

import { mkdir, rename } from "node:fs/promises";

import { bundleReader } from "@/lib/engine/ingest/read/apart/bundle-reader";
import { READER_BUNDLE } from "@/lib/engine/ingest/read/read-apart";

/** Puts the reader process where the product's build puts it, for tests that read documents. */
export async function buildReader(): Promise<void> {
  const temporary = `.build/reader-${process.pid}.js`;
  await mkdir(".build", { recursive: true });
  await bundleReader(process.cwd(), temporary);
  // In one step: another test file's reader may be starting from it.
  await rename(temporary, READER_BUNDLE);
}
