import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take more than 20 s each. One that begins last would keep one core alone at the end. */
const LONGEST = ["lib/portal/histories/histories.test.ts", "lib/portal/isolation/prover.test.ts", "lib/engine/ingest/worker.test.ts", "lib/launch/matrix/matrix.test.ts"];

/** Begins with the longest test files, which a fresh clone cannot know from a run before; the others as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const longest = LONGEST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)));
    return [...longest, ...sorted.filter((file) => !longest.includes(file))];
  }
}
