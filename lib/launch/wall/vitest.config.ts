import { relative } from "node:path";

import { mergeConfig } from "vitest/config";

import base from "../../../vitest.config.ts";
import { mutated, sourcesThatFitNothing } from "./fits.ts";
import { MUTATIONS } from "./mutations.ts";

const root = `${import.meta.dirname}/../../..`;
const off = MUTATIONS.find(({ name }) => name === process.env.WALL_OFF);

/** A mutation that finds nothing to change would prove nothing. */
const idle = off === undefined ? [] : sourcesThatFitNothing(off);
if (idle.length > 0) throw new Error(`“${off?.name}” finds nothing to switch off any more: mend lib/launch/wall/mutations.ts.`);

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
