import { InferenceSession, Tensor } from "onnxruntime-node";

import { ELEMENT, GraphBuilder } from "@/lib/platform/embedding-model/graph-builder";

/** A multiplication of matrices as small as the kernels' own blocks, of the largest bytes there are. */
const SHAPE = { rows: 4, inner: 64, columns: 16 };
const LARGEST = { unsigned: 255, signed: 127 };

let exact: Promise<boolean> | undefined;

/**
 * Whether this processor's quickest kernel for products of bytes counts right. Without VNNI it adds pairs of them in 16 bits, which
 * overflow; with it in 32. It is tried out, once a thread, for no list of processors is complete.
 */
export function isQuickKernelExact(): Promise<boolean> {
  exact ??= tryOut();
  return exact;
}

async function tryOut(): Promise<boolean> {
  const { rows, inner, columns } = SHAPE;
  const graph = new GraphBuilder();
  const matrix = graph.bytes("matrix", { values: new Int8Array(inner * columns).fill(LARGEST.signed), shape: [inner, columns] });
  graph.node("MatMulInteger", ["bytes", matrix], { outputs: ["products"] });
  const session = await InferenceSession.create(
    graph.finish([{ name: "bytes", element: ELEMENT.uint8, dimensions: [rows, inner] }], [{ name: "products", element: ELEMENT.int32, dimensions: [rows, columns] }]),
    { intraOpNumThreads: 1, interOpNumThreads: 1 },
  );
  const { products } = await session.run({ bytes: new Tensor("uint8", new Uint8Array(rows * inner).fill(LARGEST.unsigned), [rows, inner]) });
  await session.release();
  const right = inner * LARGEST.unsigned * LARGEST.signed;
  return products?.data instanceof Int32Array && products.data.every((product) => product === right);
}
