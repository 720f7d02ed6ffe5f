import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";

import { mergeConfig } from "vitest/config";

import base from "../../../vitest.config.ts";
import { type Mutation, MUTATIONS } from "./mutations.ts";

const root = `${import.meta.dirname}/../../..`;
const off = MUTATIONS.find(({ name }) => name === process.env.WALL_OFF);

/** A mutation that finds nothing to change would prove nothing. */
function assertFits({ name, sources = [] }: Mutation): void {
  for (const { files, from } of sources) {
    const paths = readdirSync(root, { recursive: false, encoding: "utf8" }).filter((folder) => ["app", "lib"].includes(folder)).flatMap((folder) =>
      readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    );
    const changed = paths.filter((path) => /\.tsx?$/.test(path) && files.test(path)).some((path) => mutated(readFileSync(`${root}/${path}`, "utf8"), from, "") !== undefined);
    if (!changed) throw new Error(`“${name}” finds nothing to switch off any more: mend lib/launch/wall/mutations.ts.`);
  }
}

function mutated(code: string, from: string | RegExp, to: string): string | undefined {
  const changed = code.replace(from, () => to);
  return changed === code ? undefined : changed;
}

if (off !== undefined) assertFits(off);

/** The tests of the wall: the sources are changed as they are loaded, the database once it is there. */
export default mergeConfig(base, {
  plugins: [
    {
      name: "wall",
      enforce: "pre" as const,
      transform(code: string, id: string) {
        const path = relative(root, id.split("?")[0] ?? id);
        const changes = (off?.sources ?? []).filter(({ files }) => files.test(path));
        const changed = changes.reduce((text, { from, to }) => mutated(text, from, to) ?? text, code);
        return changed === code ? undefined : { code: changed, map: null };
      },
    },
  ],
  test: { include: ["lib/launch/wall/*.wall.ts"], globalSetup: ["lib/launch/wall/change-database.ts"] },
});
