import { expect, it } from "vitest";

import { contentSecurityPolicy, pageHeaders } from "@/lib/platform/http/content-security-policy";

it("lets no script run but by nonce, and eval only while developing", () => {
  const scripts = (isDevelopment: boolean) => /script-src ([^;]+)/.exec(contentSecurityPolicy({ nonce: "abc", isDevelopment }))?.[1];
  expect(scripts(false)).toBe("'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'");
  expect(scripts(true)).toContain("'unsafe-eval'");
});

it("asks for strict transport where there is TLS, and only there", () => {
  expect(pageHeaders(true)["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect(pageHeaders(false)["strict-transport-security"]).toBeUndefined();
});
