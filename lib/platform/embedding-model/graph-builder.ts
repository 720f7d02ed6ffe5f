import onnxProto from "onnx-proto";

import type { QuantisedMatrix } from "@/lib/platform/embedding-model/int8";
import type { Tensor } from "@/lib/platform/embedding-model/safetensors";

const { onnx } = onnxProto;
const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

/** The domain of onnxruntime's own fused operators. */
export const FUSED = "com.microsoft";

/** Element types that a graph's inputs and casts name. */
export const ELEMENT = { float: DataType.FLOAT, int32: DataType.INT32, int64: DataType.INT64, uint8: DataType.UINT8 } as const;

/** An operator's attribute: an integer, or a float where the operator wants one. */
export type Attribute = number | { float: number };

interface NodeOptions {
  attributes?: Record<string, Attribute>;
  domain?: string;
  /** The names of the outputs; one is made up if none is given. */
  outputs?: readonly string[];
}

/** Puts an ONNX graph together node by node. Every method returns the name by which later nodes refer to the value. */
export class GraphBuilder {
  private readonly nodes: InstanceType<typeof onnx.NodeProto>[] = [];
  private readonly constants: InstanceType<typeof onnx.TensorProto>[] = [];

  /** A constant tensor of floats. */
  floats(name: string, { values, shape }: Tensor): string {
    return this.constant(name, shape, DataType.FLOAT, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  }

  /** A constant list of 64-bit integers. */
  integers(name: string, values: readonly number[]): string {
    return this.constant(name, [values.length], DataType.INT64, Buffer.from(BigInt64Array.from(values, BigInt).buffer));
  }

  /** A constant matrix of signed bytes. */
  bytes(name: string, { values, shape }: Pick<QuantisedMatrix, "values" | "shape">): string {
    return this.constant(name, shape, DataType.INT8, Buffer.from(values.buffer));
  }

  /** A quantised matrix as two constants, `name.values` and `name.scales`. */
  matrix(name: string, { values, scales, shape }: QuantisedMatrix, scaleShape: readonly number[]): { values: string; scales: string } {
    return {
      values: this.bytes(`${name}.values`, { values, shape }),
      scales: this.floats(`${name}.scales`, { values: scales, shape: scaleShape }),
    };
  }

  /** One operator with one output. */
  node(operator: string, inputs: readonly string[], options: NodeOptions = {}): string {
    const output = options.outputs?.[0] ?? `value_${this.nodes.length}`;
    this.nodes.push(
      onnx.NodeProto.create({
        opType: operator,
        name: `node_${this.nodes.length}`,
        input: [...inputs],
        output: [...(options.outputs ?? [output])],
        domain: options.domain ?? "",
        attribute: Object.entries(options.attributes ?? {}).map(([name, value]) => attribute(name, value)),
      }),
    );
    return output;
  }

  /** The finished model as bytes. Dimensions given as words are free and the same wherever they are named. */
  finish(inputs: readonly ValueShape[], outputs: readonly ValueShape[]): Uint8Array {
    const model = onnx.ModelProto.create({
      irVersion: 8,
      opsetImport: [
        { domain: "", version: 17 },
        { domain: FUSED, version: 1 },
      ],
      graph: { name: "sentence-embedding", node: this.nodes, initializer: this.constants, input: inputs.map(valueInfo), output: outputs.map(valueInfo) },
    });
    return onnx.ModelProto.encode(model).finish();
  }

  private constant(name: string, shape: readonly number[], dataType: number, rawData: Buffer): string {
    this.constants.push(onnx.TensorProto.create({ name, dims: [...shape], dataType, rawData }));
    return name;
  }
}

/** The name, element type and dimensions of a graph's input or output. */
export interface ValueShape {
  name: string;
  element: number;
  dimensions: readonly (string | number)[];
}

function valueInfo({ name, element, dimensions }: ValueShape) {
  const dim = dimensions.map((size) => (typeof size === "string" ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType: element, shape: { dim } } } };
}

function attribute(name: string, value: Attribute) {
  return typeof value === "number" ? { name, type: AttributeType.INT, i: value } : { name, type: AttributeType.FLOAT, f: value.float };
}
