import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { LogFile } from "@/lib/launch/log-file";
import { Supervised } from "@/lib/launch/supervisor";
import { isAlive } from "@/lib/platform/db/embedded/is-alive";

/** A program that says its process id and stays. */
const STAYS = "console.log(process.pid); setInterval(() => {}, 1000); process.on('disconnect', () => process.exit(0));";

describe("a supervised program", () => {
  let folder: string;
  let givenUp: string[];
  let program: Supervised;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "citadel-supervisor-"));
    givenUp = [];
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
  });
  afterEach(() => {
    program.kill();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  const logged = () => readFileSync(join(folder, "program.log"), "utf8").split("\n").filter(Boolean);
  const start = (source: string) => {
    program = new Supervised({ name: "program", args: ["-e", source], env: { NODE_ENV: "test" }, log: new LogFile(join(folder, "program.log"), "program") }, (sentence) => givenUp.push(sentence));
    program.start();
  };

  it("comes back after kill -9", async () => {
    start(STAYS);
    await vi.waitUntil(() => logged().length === 1);
    const first = Number(logged()[0]);
    process.kill(first, "SIGKILL");
    await vi.waitUntil(() => logged().length === 2, { timeout: 10_000 });
    const second = Number(logged()[1]);
    expect([isAlive(first), isAlive(second)]).toEqual([false, true]);
    expect(givenUp).toEqual([]);
  });

  it("is given up when it keeps dying, with a sentence that says where to look", async () => {
    start("console.error('cannot'); process.exit(3);");
    await vi.waitUntil(() => givenUp.length > 0, { timeout: 20_000 });
    expect(givenUp).toEqual([expect.stringContaining("The program process has ended 5 times within a minute")]);
    expect(logged()).toEqual(Array.from({ length: 5 }, () => "cannot"));
  });

  it("stays down once it was stopped", async () => {
    start(STAYS);
    await vi.waitUntil(() => logged().length === 1);
    await program.stop();
    expect(isAlive(Number(logged()[0]))).toBe(false);
    await program.stop();
    expect(logged()).toHaveLength(1);
  });

  it("can be killed when it does not stop", async () => {
    start(`process.on('SIGTERM', () => console.log('no')); ${STAYS}`);
    await vi.waitUntil(() => logged().length === 1);
    const stopped = program.stop();
    await vi.waitUntil(() => logged().includes("no"));
    program.kill();
    await stopped;
    expect(isAlive(Number(logged()[0]))).toBe(false);
  });
});
