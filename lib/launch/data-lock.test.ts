import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { lockDataFolder } from "@/lib/launch/data-lock";

const URL = "http://localhost:3000";

describe("the lock of the data folder", () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "citadel-lock-"));
    lock = join(folder, "server.lock");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("tells a second server which one runs, and lets it in afterwards", () => {
    const release = lockDataFolder(folder, URL);
    expect(() => lockDataFolder(folder, "http://localhost:4000")).toThrow(`process ${process.pid}, ${URL}`);
    release();
    expect(existsSync(lock)).toBe(false);
    lockDataFolder(folder, URL)();
  });

  it("is taken over from a process that was killed", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    await once(other, "spawn");
    const begun = readFileSync(`/proc/${other.pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19];
    writeFileSync(lock, JSON.stringify({ pid: other.pid, begun, url: URL }));
    expect(() => lockDataFolder(folder, URL)).toThrow(/runs on/);
    const gone = once(other, "exit");
    other.kill("SIGKILL");
    await gone;
    lockDataFolder(folder, URL)();
  });

  it("is taken over when its process id belongs to another process by now", () => {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, begun: "1", url: URL }));
    lockDataFolder(folder, URL)();
  });

  it("is taken over when it was half written", () => {
    for (const content of ["", "{", '{"pid":', "null"]) {
      writeFileSync(lock, content);
      lockDataFolder(folder, URL)();
    }
  });
});
