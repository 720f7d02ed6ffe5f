import { ELEMENT, FUSED, GraphBuilder } from "@/lib/platform/embedding-model/graph-builder";
import { quantise, transpose } from "@/lib/platform/embedding-model/int8";
import type { SafeTensors, Tensor } from "@/lib/platform/embedding-model/safetensors";

/** Numbers of the embedding. */
export const DIMENSIONS = 384;
/** The model knows positions up to this one, so no input may be longer (tokens). */
export const LONGEST_INPUT = 512;

/** The graph's inputs and outputs by name. */
export const VALUES = { ids: "input_ids", mask: "attention_mask", tokens: "token_vectors", text: "text_vector" } as const;

const LAYERS = 6;
const ATTENTION_HEADS = 12;
/** From the model's own configuration (`layer_norm_eps`). */
const LAYER_NORM_EPSILON = 1e-12;

/**
 * all-MiniLM-L6-v2 as an ONNX model: a BERT encoder with weights of 8 bits (quantised once, activations at run time),
 * followed by the mean over the tokens and the L2 norm. It gives the text's unit vector, and the vector of each token,
 * from which the vectors of single sentences are pooled.
 */
export function buildMiniLm(weights: SafeTensors): Uint8Array {
  const graph = new GraphBuilder();
  const mask = graph.node("Cast", [VALUES.mask], { attributes: { to: ELEMENT.int32 } });
  let hidden = embeddings(graph, weights);
  for (let layer = 0; layer < LAYERS; layer++) hidden = encoderLayer(graph, weights, `encoder.layer.${layer}`, hidden, mask);
  graph.node("Identity", [hidden], { outputs: [VALUES.tokens] });
  pool(graph, hidden);
  const sequence = ["batch", "sequence"];
  return graph.finish(
    [VALUES.ids, VALUES.mask].map((name) => ({ name, element: ELEMENT.int64, dimensions: sequence })),
    [
      { name: VALUES.tokens, element: ELEMENT.float, dimensions: [...sequence, DIMENSIONS] },
      { name: VALUES.text, element: ELEMENT.float, dimensions: ["batch", DIMENSIONS] },
    ],
  );
}

/** Word, position and type embeddings, added up and normalised. There is one type only, so it is added to the positions here. */
function embeddings(graph: GraphBuilder, weights: SafeTensors): string {
  const words = quantise(weights.tensor("embeddings.word_embeddings.weight"), 0);
  const table = graph.matrix("words", words, [words.shape[0], 1]);
  const bytes = graph.node("Gather", [table.values, VALUES.ids], { attributes: { axis: 0 } });
  const floats = graph.node("Cast", [bytes], { attributes: { to: ELEMENT.float } });
  const scaled = graph.node("Mul", [floats, graph.node("Gather", [table.scales, VALUES.ids], { attributes: { axis: 0 } })]);

  const positions = weights.tensor("embeddings.position_embeddings.weight");
  const type = weights.tensor("embeddings.token_type_embeddings.weight");
  const positioned = positions.values.map((value, index) => value + (type.values[index % DIMENSIONS] ?? 0));
  const length = graph.node("Gather", [graph.node("Shape", [VALUES.ids]), graph.integers("sequence_axis", [1])], { attributes: { axis: 0 } });
  const table512 = graph.floats("positions", { values: positioned, shape: positions.shape });
  const used = graph.node("Slice", [table512, graph.integers("from_start", [0]), length, graph.integers("position_axis", [0])]);
  return layerNorm(graph, weights, "embeddings.LayerNorm", graph.node("Add", [scaled, used]));
}

function encoderLayer(graph: GraphBuilder, weights: SafeTensors, name: string, input: string, mask: string): string {
  const attended = linear(graph, weights, `${name}.attention.output.dense`, attention(graph, weights, `${name}.attention.self`, input, mask));
  const first = layerNorm(graph, weights, `${name}.attention.output.LayerNorm`, graph.node("Add", [attended, input]));
  const widened = graph.node("Gelu", [linear(graph, weights, `${name}.intermediate.dense`, first)], { domain: FUSED });
  const narrowed = linear(graph, weights, `${name}.output.dense`, widened);
  return layerNorm(graph, weights, `${name}.output.LayerNorm`, graph.node("Add", [narrowed, first]));
}

/** Multi-head self-attention with the three projections in one matrix, as onnxruntime's fused operator wants them. */
function attention(graph: GraphBuilder, weights: SafeTensors, name: string, input: string, mask: string): string {
  const parts = ["query", "key", "value"].map((part) => `${name}.${part}`);
  const projection = quantise(sideBySide(parts.map((part) => transpose(weights.tensor(`${part}.weight`)))), 1);
  const bias = { values: concatenate(parts.map((part) => weights.tensor(`${part}.bias`).values)), shape: [3 * DIMENSIONS] };
  const matrix = graph.matrix(name, projection, [3 * DIMENSIONS]);
  const [bytes, scale, zero] = [`${name}.bytes`, `${name}.scale`, `${name}.zero`] as const;
  graph.node("DynamicQuantizeLinear", [input], { outputs: [bytes, scale, zero] });
  const inputs = [bytes, matrix.values, graph.floats(`${name}.bias`, bias), scale, matrix.scales, mask, zero];
  return graph.node("QAttention", inputs, { attributes: { num_heads: ATTENTION_HEADS }, domain: FUSED });
}

function linear(graph: GraphBuilder, weights: SafeTensors, name: string, input: string): string {
  const quantised = quantise(transpose(weights.tensor(`${name}.weight`)), 1);
  const matrix = graph.matrix(name, quantised, [quantised.shape[1]]);
  const bias = graph.floats(`${name}.bias`, weights.tensor(`${name}.bias`));
  return graph.node("DynamicQuantizeMatMul", [input, matrix.values, matrix.scales, "", bias], { domain: FUSED });
}

function layerNorm(graph: GraphBuilder, weights: SafeTensors, name: string, input: string): string {
  const inputs = [input, graph.floats(`${name}.weight`, weights.tensor(`${name}.weight`)), graph.floats(`${name}.bias`, weights.tensor(`${name}.bias`))];
  return graph.node("LayerNormalization", inputs, { attributes: { axis: -1, epsilon: { float: LAYER_NORM_EPSILON } } });
}

/** The mean over the tokens that are not padding, as a unit vector. */
function pool(graph: GraphBuilder, hidden: string): void {
  const counted = graph.node("Cast", [VALUES.mask], { attributes: { to: ELEMENT.float } });
  const weight = graph.node("Unsqueeze", [counted, graph.integers("last_axis", [-1])]);
  const axis = graph.integers("token_axis", [1]);
  const sum = graph.node("ReduceSum", [graph.node("Mul", [hidden, weight]), axis], { attributes: { keepdims: 0 } });
  const count = graph.node("ReduceSum", [weight, axis], { attributes: { keepdims: 0 } });
  graph.node("LpNormalization", [graph.node("Div", [sum, count])], { attributes: { axis: -1, p: 2 }, outputs: [VALUES.text] });
}

function sideBySide(matrices: readonly Tensor[]): Tensor {
  const width = matrices.length * DIMENSIONS;
  const values = new Float32Array(DIMENSIONS * width);
  matrices.forEach((matrix, part) => {
    for (let row = 0; row < DIMENSIONS; row++) {
      values.set(matrix.values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), row * width + part * DIMENSIONS);
    }
  });
  return { values, shape: [DIMENSIONS, width] };
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
