import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "vitest";

import { digestOf } from "./digest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "citadel-digest-"));
  mkdirSync(join(folder, "lib"));
  writeFileSync(join(folder, "lib", "a.ts"), "export const a = 1;");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("changes with a file's content and name, and with what comes and goes", () => {
  const seen = [digestOf([folder])];
  writeFileSync(join(folder, "lib", "a.ts"), "export const a = 2;");
  seen.push(digestOf([folder]));
  writeFileSync(join(folder, "lib", "b.ts"), "");
  seen.push(digestOf([folder]));
  expect(new Set(seen).size).toBe(3);
  rmSync(join(folder, "lib", "b.ts"));
  expect(digestOf([folder])).toBe(seen[1]);
});

it("does not change with tests, with what is generated, and with what is not there", () => {
  const before = digestOf([folder]);
  mkdirSync(join(folder, "lib", "generated"));
  writeFileSync(join(folder, "lib", "generated", "client.ts"), "made");
  writeFileSync(join(folder, "lib", "a.test.ts"), "a test");
  expect(digestOf([folder, join(folder, "absent")])).toBe(before);
});
