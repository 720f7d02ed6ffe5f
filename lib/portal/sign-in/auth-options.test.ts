import { describe, expect, it, vi } from "vitest";

import { signedInBy } from "@/lib/portal/sessions/from-session";
import { openSession } from "@/lib/portal/sessions/open-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";
import { authOptions } from "@/lib/portal/sign-in/auth-options";
import { newTenant } from "@/lib/portal/testing/new-tenant";

/** The settings as they are when people reach the portal at an address. */
async function optionsAt(appUrl: string) {
  vi.stubEnv("APP_URL", appUrl);
  vi.resetModules();
  try {
    return (await import("@/lib/portal/sign-in/auth-options")).authOptions();
  } finally {
    vi.unstubAllEnvs();
  }
}

describe("the session cookie", () => {
  it("is out of reach of scripts and other sites, and bound to TLS where there is TLS", async () => {
    const secured = await optionsAt("https://portal.example");
    expect(secured).toMatchObject({
      useSecureCookies: true,
      cookies: { sessionToken: { name: "__Host-citadel-session", options: { httpOnly: true, sameSite: "lax", path: "/", secure: true } } },
    });
    const plain = await optionsAt("http://portal.example");
    expect(plain).toMatchObject({
      useSecureCookies: false,
      cookies: { sessionToken: { name: "citadel-session", options: { httpOnly: true, sameSite: "lax", secure: false } } },
    });
  });

  it("carries the session's id and nothing of the person", () => {
    const { jwt } = authOptions().callbacks ?? {};
    const user = { id: "per_1", sessionId: "sgn_1", email: "person@example.com" };
    expect(jwt?.({ token: { email: user.email, sub: user.id }, user, account: null })).toEqual({ sid: "sgn_1" });
  });

  it("ends with the row when one signs out", async () => {
    const { owner } = await newTenant();
    const sid = await openSession(owner.personId);
    const token = await sessionToken(sid);
    expect(await signedInBy(token)).not.toBeNull();
    await authOptions().events?.signOut?.({ token: { sid }, session: { expires: "" } });
    expect(await signedInBy(token)).toBeNull();
  });

  it("is taken back when next-auth is asked for a session that has ended", async () => {
    const { owner } = await newTenant();
    const session = { expires: "2030-01-01T00:00:00Z" };
    const read = authOptions().callbacks?.session;
    const asked = (sid: string) =>
      read?.({ session, token: { sid }, user: { id: "", sessionId: sid, email: "", emailVerified: null }, newSession: undefined, trigger: "update" });
    expect(await asked(await openSession(owner.personId))).toEqual({ ...session, user: { name: "Olga Owner", email: owner.email } });
    await expect(asked("sgn_absent")).rejects.toMatchObject({ code: "unauthorized" });
  });
});

describe("the way back", () => {
  it("stays at the portal's own address", async () => {
    const options = await optionsAt("https://portal.example");
    const back = (url: string) => options.callbacks?.redirect?.({ url, baseUrl: "http://localhost:3000" });
    expect(await back("https://portal.example/t/acme?x=1")).toBe("https://portal.example/t/acme?x=1");
    for (const url of ["https://evil.example/", "//evil.example", "https://portal.example.evil.example/", "https://portal.example@evil.example/"]) {
      expect(await back(url)).toBe("https://portal.example/");
    }
  });
});
