/** A dense tensor of 32-bit floats, row by row. */
export interface Tensor {
  values: Float32Array;
  shape: readonly number[];
}

interface TensorEntry {
  dtype: string;
  shape: number[];
  /** Bytes within the data section, end exclusive. */
  data_offsets: [number, number];
}

const HEADER_LENGTH_BYTES = 8;

/** Reads half-precision tensors out of a file in the safetensors format (an 8-byte length, a JSON header, the data). */
export class SafeTensors {
  private readonly entries: Record<string, TensorEntry>;
  private readonly dataStart: number;

  constructor(private readonly file: Buffer) {
    const headerLength = Number(file.readBigUInt64LE(0));
    this.dataStart = HEADER_LENGTH_BYTES + headerLength;
    this.entries = JSON.parse(file.toString("utf8", HEADER_LENGTH_BYTES, this.dataStart)) as Record<string, TensorEntry>;
  }

  /** The tensor of that name, widened to 32 bits. Throws a plain Error when the file holds none, or another type. */
  tensor(name: string): Tensor {
    const entry = this.entries[name];
    if (entry?.dtype !== "F16") throw new Error(`The model's weights hold no half-precision tensor ${name}.`);
    const [start, end] = entry.data_offsets;
    const values = new Float32Array((end - start) / 2);
    for (let i = 0; i < values.length; i++) values[i] = widen(this.file.readUInt16LE(this.dataStart + start + 2 * i));
    return { values, shape: entry.shape };
  }
}

/** An IEEE 754 half-precision number as a JavaScript number. */
function widen(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
