import { expect, it } from "vitest";

import { errorTrace } from "@/lib/platform/error-trace";

it("says where an error comes from, and nothing that its message quotes", () => {
  const cause = Object.assign(new TypeError("row contains: my secret salary"), { code: "22021" });
  const trace = errorTrace(new Error("failed on my secret salary\nand a second line of salary", { cause }));
  expect(trace).toMatchObject({ name: "Error", cause: { name: "TypeError", code: "22021" } });
  expect(trace.frames[0]).toMatch(/^at .*error-trace\.test\.ts/);
  expect(JSON.stringify(trace)).not.toContain("salary");
});

it("describes what is no error at all, and chains without an end", () => {
  expect(errorTrace("salary")).toEqual({ name: "string", frames: [] });
  const loop = new Error("loop");
  loop.cause = loop;
  expect(JSON.stringify(errorTrace(loop)).match(/"cause"/g)).toHaveLength(3);
});
