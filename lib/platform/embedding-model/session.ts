import { InferenceSession, Tensor } from "onnxruntime-node";

import { VALUES } from "@/lib/platform/embedding-model/minilm-graph";

/** What the model makes of some token sequences. */
export interface Output {
  /** A unit vector for each sequence, one behind the other. */
  text: Float32Array;
  /** For each sequence the vectors of `length` tokens, one behind the other; those of the padding at the end mean nothing. */
  tokens: Float32Array;
  /** Tokens of the longest sequence, which the others are padded to. */
  length: number;
}

/**
 * Opens a model's file, for one thread: a question is short enough for it, and chunks are embedded in several sessions at a time, which
 * go faster than several threads of one that wait for each other after every layer.
 */
export function openSession(model: string): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Processors without VNNI add products of bytes in 16 bits, which overflow: the vectors would be worse there than elsewhere.
    extra: { session: { x64quantprecision: "1" } },
  });
}

/** Runs token sequences through the model. It holds up the thread that it is called on. */
export async function run(session: InferenceSession, sequences: readonly (readonly number[])[]): Promise<Output> {
  const length = Math.max(...sequences.map((ids) => ids.length));
  const output = await session.run(inputOf(sequences, length));
  return { text: floats(output[VALUES.text]), tokens: floats(output[VALUES.tokens]), length };
}

/** A sequence's unit vector alone. It holds up the thread that it is called on. */
export async function runForText(session: InferenceSession, sequence: readonly number[]): Promise<Float32Array> {
  const output = await session.run(inputOf([sequence], sequence.length), [VALUES.text]);
  return floats(output[VALUES.text]);
}

function inputOf(sequences: readonly (readonly number[])[], length: number): Record<string, Tensor> {
  const ids = new BigInt64Array(sequences.length * length);
  const mask = new BigInt64Array(sequences.length * length);
  sequences.forEach((sequence, row) => {
    sequence.forEach((id, column) => {
      ids[row * length + column] = BigInt(id);
      mask[row * length + column] = 1n;
    });
  });
  const shape = [sequences.length, length];
  return { [VALUES.ids]: new Tensor("int64", ids, shape), [VALUES.mask]: new Tensor("int64", mask, shape) };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error("The embedding model gave no vectors.");
}
