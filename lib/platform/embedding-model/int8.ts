import type { Tensor } from "@/lib/platform/embedding-model/safetensors";

/** A matrix as signed bytes with one scale for each row or each column. */
export interface QuantisedMatrix {
  values: Int8Array;
  scales: Float32Array;
  shape: readonly [rows: number, columns: number];
}

/** Keeps an all-zero row from a division by zero. */
const SMALLEST_SCALE = 1e-8;

/** A matrix's rows and columns. Throws a plain Error for a tensor of another rank. */
export function matrixShape({ shape }: Tensor): readonly [rows: number, columns: number] {
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.length !== 2) throw new Error(`Expected a matrix, got the shape [${shape.join(", ")}].`);
  return [rows, columns];
}

/** The transposed matrix: the weights are stored output by input, the graph multiplies input by output. */
export function transpose(tensor: Tensor): Tensor {
  const [rows, columns] = matrixShape(tensor);
  const values = new Float32Array(tensor.values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[column * rows + row] = tensor.values[row * columns + column] ?? 0;
  }
  return { values, shape: [columns, rows] };
}

/** Symmetric quantisation to −127…127 with one scale for each line along the axis: 0 scales rows, 1 scales columns. */
export function quantise(tensor: Tensor, axis: 0 | 1): QuantisedMatrix {
  const [rows, columns] = matrixShape(tensor);
  const line = (index: number) => (axis === 0 ? Math.floor(index / columns) : index % columns);
  const scales = new Float32Array(axis === 0 ? rows : columns);
  tensor.values.forEach((value, index) => {
    scales[line(index)] = Math.max(scales[line(index)] ?? 0, Math.abs(value) / 127);
  });
  const values = new Int8Array(tensor.values.length);
  tensor.values.forEach((value, index) => {
    values[index] = Math.max(-127, Math.min(127, Math.round(value / Math.max(scales[line(index)] ?? 0, SMALLEST_SCALE))));
  });
  return { values, scales: scales.map((scale) => Math.max(scale, SMALLEST_SCALE)), shape: [rows, columns] };
}
