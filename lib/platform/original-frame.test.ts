import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { buildSync } from "esbuild";
import { afterAll, expect, it } from "vitest";

import { originalFrame } from "@/lib/platform/original-frame";

const folder = mkdtempSync(join(tmpdir(), "frames-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCE = `interface Row { name: string | null }

const row: Row = { name: null };
if (row.name === null) throw new Error("no name");
`;

/** The innermost frame of a program that ends by an error, of one line with a map beside it, as it is built. */
function frameOf(name: string, extension: string): string {
  const source = join(folder, `${name}.ts`);
  const outfile = join(folder, "out", name + extension);
  writeFileSync(source, SOURCE);
  buildSync({ entryPoints: [source], outfile, bundle: true, minify: true, sourcemap: true, format: extension === ".mjs" ? "esm" : "cjs" });
  const { stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  return stderr.split("\n").find((line) => /^\s+at .*:1:\d+\)?$/.test(line))?.trim() ?? "";
}

it.each([["program", ".mjs"], ["[id] (site)", ".mjs"], ["[id] (site)", ".js"]])("names the line that was written for one of a built file: %s%s", (name, extension) => {
  const frame = frameOf(name, extension);
  expect(frame).toContain("/out/");
  expect(originalFrame(frame)).toContain(`${relative(process.cwd(), join(folder, `${name}.ts`))}:4:30`);
  expect(originalFrame(frame)).not.toContain("/out/");
});

it("leaves a frame as it is where there is no map, a broken one, or no file", () => {
  writeFileSync(join(folder, "broken.js"), "go();\n//# sourceMappingURL=broken.js.map\n");
  writeFileSync(join(folder, "broken.js.map"), "{");
  writeFileSync(join(folder, "plain.js"), "go();\n");
  const frames = [`at go (${folder}/broken.js:1:1)`, `at ${folder}/plain.js:1:1`, "at go (/not/there.js:1:1)", "at go (file:///a%2Fb.js:1:1)", "at go (file:///%E0%A4%A.js:1:1)", "at async Promise.all (index 0)", "at node:internal/process/task_queues:104:5"];
  expect(frames.map(originalFrame)).toEqual(frames);
});
