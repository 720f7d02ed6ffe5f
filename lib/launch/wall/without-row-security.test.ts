import { afterAll, beforeAll, expect, it, vi } from "vitest";

/**
 * The scope checks alone: here both rooms log in as the owner of the database, whom row-level security does not bind, so that a session's memberships and a
 * key's hash are all that decides.
 */
async function productWithoutRowSecurity() {
  const { env } = await import("@/lib/platform/env");
  vi.stubEnv("PORTAL_DATABASE_URL", env().DATABASE_URL);
  vi.stubEnv("ENGINE_DATABASE_URL", env().DATABASE_URL);
  vi.resetModules();
  return {
    tenants: await import("@/lib/portal/testing/new-tenant"),
    sessions: await import("@/lib/portal/sessions/from-session"),
    portal: await import("@/lib/portal/database"),
    engine: await import("@/lib/engine/testing/engine"),
    keys: await import("@/lib/engine/keys/authenticate"),
    uses: await import("@/lib/engine/keys/note-use"),
  };
}

let product: Awaited<ReturnType<typeof productWithoutRowSecurity>>;
beforeAll(async () => {
  product = await productWithoutRowSecurity();
});
afterAll(async () => {
  await product.uses.usesNoted();
  vi.unstubAllEnvs();
});

const absent = expect.objectContaining({ code: "not_found" });

it("is really without it", async () => {
  await product.tenants.newTenant();
  expect(await product.portal.lookUp((tx) => tx.organisation.count())).toBeGreaterThan(0);
});

it("a session selects among its memberships and nothing else", async () => {
  const { newTenant } = product.tenants;
  const [own, other] = [await newTenant(), await newTenant()];
  await expect(product.sessions.organisationBy(own.token, other.org)).rejects.toEqual(absent);
  await expect(product.sessions.tenantBy(own.token, other.org, other.project)).rejects.toEqual(absent);
});

it("an address selects among the organisation's own projects", async () => {
  const { newTenant } = product.tenants;
  // Both have a project of the same slug; the older one must not answer for the newer.
  const [older, newer] = [await newTenant(), await newTenant()];
  const scope = await product.sessions.tenantBy(newer.token, newer.org, newer.project);
  expect(scope.project.id).toBe(newer.customer.projects[0]?.id);
  expect(scope.project.id).not.toBe(older.customer.projects[0]?.id);
});

it("a key opens by its hash: one that only looks the same opens nothing", async () => {
  const { key } = await product.engine.createTestProject();
  const alike = key.slice(0, -4) + (key.endsWith("AAAA") ? "BBBB" : "AAAA");
  await expect(product.keys.authenticateProject(alike)).rejects.toMatchObject({ code: "unauthorized" });
  await expect(product.keys.authenticateProject(key)).resolves.toBeDefined();
});
