/** A unit vector as signed bytes: each component times 127. */
export function toBytes(vector: Float32Array): Int8Array {
  const bytes = new Int8Array(vector.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.max(-127, Math.min(127, Math.round((vector[i] ?? 0) * 127)));
  return bytes;
}

/** The vector's signs as a PostgreSQL bit string: 1 where a component is positive. */
export function toSignCode(vector: Float32Array): string {
  let code = "";
  for (const component of vector) code += component > 0 ? "1" : "0";
  return code;
}

/** The cosine of a unit vector and a quantised one, in −1…1. */
export function cosine(vector: Float32Array, bytes: Int8Array): number {
  let dot = 0;
  let square = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    dot += (vector[i] ?? 0) * byte;
    square += byte * byte;
  }
  return square === 0 ? 0 : dot / Math.sqrt(square);
}

/** The vector with length 1; a zero vector stays one. */
export function normalise(vector: Float32Array): Float32Array {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += (vector[i] ?? 0) ** 2;
  return square === 0 ? vector : vector.map((component) => component / Math.sqrt(square));
}
