import { afterEach, expect, it, vi } from "vitest";

import { childEnv } from "@/lib/launch/child-env";
import { readEnv } from "@/lib/platform/env";

const SECRETS = {
  MASTER_KEY: Buffer.alloc(32, 1).toString("base64"),
  AUTH_SECRET: Buffer.alloc(32, 2).toString("base64"),
  SIGNING_KEY: Buffer.alloc(32, 3).toString("base64"),
  MANAGEMENT_KEY: `mk_${"a".repeat(43)}`,
  OPERATOR_TOKEN: `op_${"b".repeat(43)}`,
};
const HANDED = { secrets: SECRETS, engineUrl: "postgresql://engine@localhost/c", portalUrl: "postgresql://portal@localhost/c", mode: "production" } as const;

afterEach(() => {
  vi.unstubAllEnvs();
});

it("hands children the settings and the restricted logins, but neither the owner's login nor anything else of the person's", () => {
  vi.stubEnv("DATABASE_URL", "postgresql://owner:secret@database.example/c");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "somebody's");
  vi.stubEnv("LOG_LEVEL", "warn");
  const handed = childEnv(readEnv({ PORT: "3456" }), HANDED);
  expect(handed).toMatchObject({ ...SECRETS, LOG_LEVEL: "warn", APP_URL: "http://localhost:3456", ENGINE_DATABASE_URL: HANDED.engineUrl, PORTAL_DATABASE_URL: HANDED.portalUrl });
  expect(Object.keys(handed)).not.toContain("DATABASE_URL");
  expect(JSON.stringify(handed)).not.toMatch(/owner|somebody/);
});

it("keeps the model's runtime from reporting to its maker", () => {
  expect(childEnv(readEnv({}), HANDED).ORT_DISABLE_TELEMETRY).toBe("1");
});
