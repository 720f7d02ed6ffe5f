import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { loadSecrets } from "@/lib/launch/secrets";
import { readEnv } from "@/lib/platform/env";

const KEY = Buffer.alloc(32, 7).toString("base64");
const EXTERNAL = "postgresql://owner:secret@database.example/citadel";

describe("the launcher's secrets", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "citadel-secrets-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const load = (settings: Record<string, string> = {}) => loadSecrets(readEnv({ DATA_DIR: folder, ...settings }));

  it("are made once, fit the settings, and are the owner's alone to read", () => {
    const first = load();
    expect(first.made).toEqual(["MASTER_KEY", "AUTH_SECRET", "SIGNING_KEY", "MANAGEMENT_KEY", "OPERATOR_TOKEN"]);
    expect(readEnv({ ...first.secrets })).toMatchObject(first.secrets);
    for (const name of first.made) expect(statSync(join(folder, "secrets", name)).mode & 0o777).toBe(0o600);
    const second = load();
    expect(second).toEqual({ secrets: first.secrets, made: [] });
  });

  it("differ from folder to folder and from one another", () => {
    const values = Object.values(load().secrets);
    rmSync(join(folder, "secrets"), { recursive: true });
    expect(new Set([...values, ...Object.values(load().secrets)]).size).toBe(2 * values.length);
  });

  it("are taken from the environment where it has them", () => {
    const { secrets, made } = load({ MASTER_KEY: KEY });
    expect(secrets.MASTER_KEY).toBe(KEY);
    expect(made).not.toContain("MASTER_KEY");
    expect(existsSync(join(folder, "secrets", "MASTER_KEY"))).toBe(false);
  });

  it("never get a new master key beside data that the lost one sealed", () => {
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "18\n");
    expect(() => load()).toThrow(/master key is missing/);
    expect(existsSync(join(folder, "secrets", "MASTER_KEY"))).toBe(false);
    expect(load({ MASTER_KEY: KEY }).secrets.MASTER_KEY).toBe(KEY);
  });

  it("take no data key without its master key, whatever database it was", () => {
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "keys", "1f"), "wrapped");
    expect(() => load()).toThrow(/master key is missing/);
  });

  it("keep the master key out of the data folder when the database is elsewhere", () => {
    expect(() => load({ DATABASE_URL: EXTERNAL })).toThrow(/Make one with: openssl rand -base64 32/);
    expect(existsSync(join(folder, "secrets", "MASTER_KEY"))).toBe(false);
    expect(load({ DATABASE_URL: EXTERNAL, MASTER_KEY: KEY }).made).not.toContain("MASTER_KEY");
  });

  it("refuse a master key that lies under the data folder when the database is elsewhere, also when one is set", () => {
    load();
    const kept = readFileSync(join(folder, "secrets", "MASTER_KEY"), "utf8");
    expect(() => load({ DATABASE_URL: EXTERNAL })).toThrow(/must not lie under DATA_DIR/);
    expect(() => load({ DATABASE_URL: EXTERNAL, MASTER_KEY: KEY })).toThrow(/must not lie under DATA_DIR/);
    expect(readFileSync(join(folder, "secrets", "MASTER_KEY"), "utf8")).toBe(kept);
  });
});
