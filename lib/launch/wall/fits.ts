import { readdirSync, readFileSync } from "node:fs";

import type { Mutation } from "./mutations.ts";

const root = `${import.meta.dirname}/../../..`;

/** The code with the text exchanged, or undefined where that changes nothing. */
export function mutated(code: string, from: string | RegExp, to: string): string | undefined {
  const changed = code.replace(from, () => to);
  return changed === code ? undefined : changed;
}

/** The changes of a mutation that find nothing to change in any source. */
export function sourcesThatFitNothing({ sources = [] }: Mutation): (string | RegExp)[] {
  const paths = ["app", "lib"].flatMap((folder) => readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`));
  const unfit = sources.filter(({ files, from }) => {
    const named = paths.filter((path) => /\.tsx?$/.test(path) && files.test(path));
    return !named.some((path) => mutated(readFileSync(`${root}/${path}`, "utf8"), from, "") !== undefined);
  });
  return unfit.map(({ from }) => from);
}
