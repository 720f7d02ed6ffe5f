import type { InferenceSession } from "onnxruntime-node";

import { DIMENSIONS } from "@/lib/platform/embedding-model/minilm-graph";
import { run } from "@/lib/platform/embedding-model/session";
import type { Window } from "@/lib/platform/embedding-model/windows";

/** What a lane needs of a window. */
export type LaneWindow = Pick<Window, "ids" | "sentences">;

/** A window's share in the vectors of its chunk, to be added up: `text` counts each token once, `sentences` are in the window's order. */
export interface WindowSums {
  text: Float32Array<ArrayBuffer>;
  sentences: Float32Array<ArrayBuffer>[];
}

/** Runs a window through the model and pools its tokens' vectors. */
export async function embedWindow(session: InferenceSession, { ids, sentences }: LaneWindow): Promise<WindowSums> {
  const { text, tokens } = await run(session, ids);
  const own = new Float32Array(DIMENSIONS);
  addScaled(own, text, 0, ids.length);
  return { text: own, sentences: sentences.map(({ start, end }) => sumOf(tokens, start, end)) };
}

/** Adds `scale` times the 384 components at `offset`. */
export function addScaled(sum: Float32Array, source: Float32Array, offset: number, scale: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + scale * (source[offset + i] ?? 0);
}

function sumOf(tokens: Float32Array, start: number, end: number): Float32Array<ArrayBuffer> {
  const sum = new Float32Array(DIMENSIONS);
  for (let token = start; token < end; token++) addScaled(sum, tokens, token * DIMENSIONS, 1);
  return sum;
}
