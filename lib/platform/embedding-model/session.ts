import { InferenceSession, Tensor } from "onnxruntime-node";

import { VALUES } from "@/lib/platform/embedding-model/minilm-graph";
import { isQuickKernelExact } from "@/lib/platform/embedding-model/quick-kernel";

/** What the model makes of a token sequence. */
export interface Output {
  /** Its unit vector. */
  text: Float32Array;
  /** The vectors of its tokens, one behind the other. */
  tokens: Float32Array;
}

/**
 * Opens a model's file, for one thread: a question is short enough for it, and chunks are embedded in several sessions at a time, which
 * go faster than several threads of one that wait for each other after every layer.
 */
export async function openSession(model: string): Promise<InferenceSession> {
  const isQuickExact = await isQuickKernelExact();
  return InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Where the quick kernel overflows, the exact one: the vectors would be worse there than elsewhere.
    ...(isQuickExact ? {} : { extra: { session: { x64quantprecision: "1" } } }),
  });
}

/** Runs a token sequence through the model. It holds up the thread that it is called on. */
export async function run(session: InferenceSession, sequence: readonly number[]): Promise<Output> {
  const output = await session.run(inputOf(sequence));
  return { text: floats(output[VALUES.text]), tokens: floats(output[VALUES.tokens]) };
}

/** A sequence's unit vector alone. It holds up the thread that it is called on. */
export async function runForText(session: InferenceSession, sequence: readonly number[]): Promise<Float32Array> {
  const output = await session.run(inputOf(sequence), [VALUES.text]);
  return floats(output[VALUES.text]);
}

function inputOf(sequence: readonly number[]): Record<string, Tensor> {
  const shape = [1, sequence.length];
  return {
    [VALUES.ids]: new Tensor("int64", BigInt64Array.from(sequence, BigInt), shape),
    [VALUES.mask]: new Tensor("int64", new BigInt64Array(sequence.length).fill(1n), shape),
  };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error("The embedding model gave no vectors.");
}
