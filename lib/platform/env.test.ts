import { describe, expect, it } from "vitest";

import { appUrlOf, EnvError, readEnv } from "@/lib/platform/env";

/** What is said about a set of variables. */
function complaint(variables: Record<string, string>): string {
  try {
    readEnv(variables);
  } catch (thrown) {
    if (thrown instanceof EnvError) return thrown.message;
    throw thrown;
  }
  return "";
}

describe("settings", () => {
  it.each([
    ["PORT", "abc", "as in PORT=3000"],
    ["PORT", "70000", "as in PORT=3000"],
    ["PORT", "80.5", "as in PORT=3000"],
    ["APP_URL", "docs.example.com", "as in APP_URL=https://docs.example.com"],
    ["DATABASE_URL", "mysql://host/citadel", "as in DATABASE_URL=postgresql://"],
    ["ENGINE_URL", "engine", "as in ENGINE_URL=https://"],
    ["LOG_LEVEL", "loud", "must be debug, info, warn, error or silent"],
    ["DEMO", "yes", "must be 0 or 1"],
    ["MASTER_KEY", "short", "make one with: openssl rand -base64 32"],
    ["MANAGEMENT_KEY", "mk_short", "must be mk_ and at least 32"],
    ["OPERATOR_TOKEN", `mk_${"a".repeat(40)}`, "must be op_ and at least 32"],
  ])("%s=%s names itself and its fix", (name, value, fix) => {
    expect(complaint({ [name]: value })).toContain(`  ${name} `);
    expect(complaint({ [name]: value })).toContain(fix);
  });

  it("name all that do not fit at once, and repeat no secret", () => {
    const said = complaint({ PORT: "x", DEMO: "x", MASTER_KEY: "correct-horse" });
    for (const name of ["PORT", "DEMO", "MASTER_KEY"]) expect(said).toContain(`  ${name} `);
    expect(said).not.toContain("correct-horse");
  });

  it("count as unset when they are empty", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", APP_URL: "" })).toEqual(readEnv({}));
  });

  it("ask for the key of another server's engine", () => {
    expect(complaint({ ENGINE_URL: "https://engine.example.com" })).toContain("ENGINE_MANAGEMENT_KEY is not");
  });

  it("ask for the model's name beside its address", () => {
    expect(complaint({ LLM_URL: "https://models.example.com/v1" })).toContain("LLM_MODEL is not");
    expect(complaint({ EMBEDDING_URL: "https://models.example.com/v1" })).toContain("EMBEDDING_MODEL is not");
    expect(complaint({ EMBEDDING_URL: "https://models.example.com/v1", EMBEDDING_MODEL: "built-in" })).toContain("EMBEDDING_MODEL must be the name of a model");
    expect(readEnv({ LLM_URL: "https://models.example.com/v1/", LLM_MODEL: "m" })).toMatchObject({ LLM_URL: "https://models.example.com/v1" });
  });

  it("make addresses without a trailing slash", () => {
    expect(appUrlOf(readEnv({ PORT: "4000" }))).toBe("http://localhost:4000");
    expect(appUrlOf(readEnv({ APP_URL: "https://docs.example.com/" }))).toBe("https://docs.example.com");
  });
});
