import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { LogFile } from "@/lib/launch/log-file";
import { forTerminal } from "@/lib/launch/log-line";

describe("a log file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "citadel-log-"));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it("holds everything, for its owner alone, and shows people what they must see", () => {
    const shown: unknown[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => shown.push(text) > 0);
    const path = join(folder, "logs", "web.log");
    const output = new PassThrough();
    new LogFile(path, "web").take(output, true);
    const lines = ['{"level":30,"msg":"fine"}\n', '{"level":50,"ms', 'g":"request failed","requestId":"r1","route":"GET /v1/search","code":"internal"}\nwords\n'];
    for (const line of lines) output.emit("data", Buffer.from(line));
    expect(readFileSync(path, "utf8")).toBe(lines.join(""));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(shown).toEqual(["[web] error: request failed (GET /v1/search, internal, request r1)\n", "[web] words\n"]);
  });

  it("stays within its bounds", () => {
    const path = join(folder, "worker.log");
    const output = new PassThrough();
    new LogFile(path, "worker", 1_000).take(output, false);
    for (let count = 0; count < 100; count++) output.emit("data", Buffer.from(`${"x".repeat(99)}\n`));
    expect(statSync(path).size).toBeLessThanOrEqual(1_100);
    expect(statSync(`${path}.1`).size).toBeLessThanOrEqual(1_100);
  });
});

describe("what the terminal shows of a line", () => {
  it.each([
    ['{"level":40,"msg":"queue"}', false, "warning: queue"],
    ['{"level":30,"msg":"worker started"}', true, undefined],
    ['{"level":50,"msg":"request failed","route":"GET /api/ready"}', false, undefined],
    ["▲ Next.js 16", false, undefined],
    ["(node) a deprecation", true, "(node) a deprecation"],
    ["{ not json", true, "{ not json"],
    ["  ", true, undefined],
  ])("%s", (line, isErrors, shown) => {
    expect(forTerminal(line, isErrors)).toBe(shown);
  });
});
