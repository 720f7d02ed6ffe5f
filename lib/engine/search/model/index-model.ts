import { DIMENSIONS } from "@/lib/platform/embedding-model/minilm-graph";

/** The model that a project's vectors are of. Vectors of two models are never compared. */
export interface IndexModel {
  name: string;
  /** Components of its vectors. */
  dimensions: number;
}

/** The model that runs here. A project without a row in engine.project_index has vectors of it, and no other may have its name. */
export const BUILT_IN: IndexModel = { name: "built-in", dimensions: DIMENSIONS };

/** Whether two are the same. */
export function isSameModel(one: IndexModel, other: IndexModel): boolean {
  return one.name === other.name && one.dimensions === other.dimensions;
}
