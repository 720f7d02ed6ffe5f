import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { EngineClient } from "@/lib/engine/client";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { checkBlastRadius } from "@/lib/portal/keys/check-blast-radius";
import { listKeys } from "@/lib/portal/keys/list-keys";
import { ownKey } from "@/lib/portal/keys/own-key";
import { retireKey } from "@/lib/portal/keys/retire-key";
import { OVERLAP_SECONDS, rotateKey } from "@/lib/portal/keys/rotate-key";
import { listAuditActions } from "@/lib/portal/keys/testing/listed";
import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newEmail, newTenant, ownerScope, PASSWORD, signInAs, tokenOf } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

describe("rotating the portal's own key", () => {
  it("puts a new key in its place, and ends the old one when the overlap is over", async () => {
    const scope = await ownerScope(await newTenant());
    const [before, old] = [await openVault(scope), await ownKey(scope)];
    await before.documents.upload({ name: "own.md", body: new Blob(["# Own"]).stream() });
    const { prefix } = await rotateKey(scope);
    const now = await ownKey(scope);
    expect(now).toMatchObject({ engineProjectId: old.engineProjectId, keyPrefix: prefix });
    expect(now.engineKeyId).not.toBe(old.engineKeyId);
    expect((await (await openVault(scope)).documents.list()).data).toHaveLength(1);
    // Requests in flight hold the old key.
    expect((await before.documents.list()).data).toHaveLength(1);
    const job = await withOrganisation(scope, (tx) => tx.job.findFirstOrThrow({ where: { organisationId: scope.organisation.id, kind: "key.retire" } }));
    expect(job.subject).toBe(old.engineKeyId);
    expect(job.dueAt.getTime() - Date.now()).toBeGreaterThan((OVERLAP_SECONDS - 10) * 1_000);
    await retireKey(scope, { subject: job.subject });
    await expect(before.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    expect((await (await openVault(scope)).documents.list()).data).toHaveLength(1);
    expect(await listAuditActions(scope)).toEqual(expect.arrayContaining(["key.rotated", "key.revoked"]));
  });

  it("ends the old key at once when it may have leaked", async () => {
    const scope = await ownerScope(await newTenant());
    const before = await openVault(scope);
    await rotateKey(scope, { atOnce: true });
    await expect(before.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    await expect((await openVault(scope)).documents.list()).resolves.toMatchObject({ data: [] });
    expect(await withOrganisation(scope, (tx) => tx.job.count({ where: { organisationId: scope.organisation.id, kind: "key.retire" } }))).toBe(0);
  });

  it("mends a project whose own key was revoked", async () => {
    const scope = await ownerScope(await newTenant());
    const { engineProjectId, engineKeyId } = await ownKey(scope);
    await engineAdmin().revokeKey(engineProjectId, engineKeyId);
    await rotateKey(scope);
    await expect((await openVault(scope)).documents.list()).resolves.toMatchObject({ data: [] });
  });

  it("fails no request under load", async () => {
    const scope = await ownerScope(await newTenant());
    let rotating = true;
    let requests = 0;
    const lane = async () => {
      while (rotating) {
        await (await openVault(scope)).documents.list();
        requests += 1;
      }
    };
    const lanes = Promise.all(Array.from({ length: 4 }, lane));
    for (let turn = 0; turn < 3; turn++) await rotateKey(scope).catch((thrown: unknown) => ((rotating = false), Promise.reject(thrown)));
    rotating = false;
    await lanes;
    expect(requests).toBeGreaterThan(4);
  });

  it("lets one of two win that rotate at the same moment, and leaves no key behind", async () => {
    const scope = await ownerScope(await newTenant());
    const ends = await Promise.allSettled([rotateKey(scope), rotateKey(scope)]);
    const won = ends.filter(({ status }) => status === "fulfilled").length;
    const keys = await listKeys(scope);
    expect(keys.filter(({ state, origin }) => state === "active" && origin === "unknown")).toEqual([]);
    expect(keys.filter(({ state, origin }) => state === "active" && origin === "replaced")).toHaveLength(won);
    expect(keys.filter(({ origin }) => origin === "portal")).toHaveLength(1);
  });
});

/** Two projects of one organisation. */
async function twoProjects() {
  const projects = [{ environment: "production" as const }, { environment: "staging" as const }];
  const customer = await onboardCustomer({ idempotencyKey: randomUUID(), name: `Customer ${randomUUID()}`, adminEmail: newEmail(), projects });
  const { personId } = await acceptInvitation(tokenOf(customer.invitationUrl), { name: "Olga Owner", password: PASSWORD });
  const token = await signInAs(personId);
  return { scope: await tenantBy(token, customer.slug, "production"), sibling: await tenantBy(token, customer.slug, "staging") };
}

describe("the check of a new key", () => {
  it("refuses one that opens another project, revokes it, and keeps the old one", async () => {
    const [own, other] = await Promise.all([newTenant().then(ownerScope), newTenant().then(ownerScope)]);
    await (await openVault(other)).documents.upload({ name: "foreign.md", body: new Blob(["# Foreign"]).stream() });
    const [before, foreign] = [await ownKey(own), await ownKey(other)];
    const admin = engineAdmin();
    // An engine that hands out a key of somebody else's project.
    const astray = { ...admin, issueKey: (_: string, input = {}) => admin.issueKey(foreign.engineProjectId, input) };
    await expect(rotateKey(own, { admin: { ...astray, revokeKey: (_, id) => admin.revokeKey(foreign.engineProjectId, id) } })).rejects.toMatchObject({ code: "internal" });
    expect(await ownKey(own)).toEqual(before);
    const active = (await admin.listKeys(foreign.engineProjectId)).data.filter(({ revokedAt }) => revokedAt === null);
    expect(active.map(({ id }) => id)).toEqual([foreign.engineKeyId]);
  });

  it("refuses one that opens another project of the same organisation as well", async () => {
    const { scope, sibling } = await twoProjects();
    await (await openVault(sibling)).documents.upload({ name: "sibling.md", body: new Blob(["# Sibling"]).stream() });
    await rotateKey(scope);
    const [both, other] = [await openVault(scope), await openVault(sibling)];
    // A key that sees its own project's list, and opens the other's documents by their ids.
    const wide: EngineClient = { ...both, documents: { ...both.documents, get: (id) => other.documents.get(id) } };
    await expect(checkBlastRadius(scope, wide)).rejects.toMatchObject({ code: "internal" });
    await expect(checkBlastRadius(scope, both)).resolves.toBeUndefined();
  });

  it("refuses one that misses the project's documents", async () => {
    const scope = await ownerScope(await newTenant());
    await (await openVault(scope)).documents.upload({ name: "own.md", body: new Blob(["# Own"]).stream() });
    const admin = engineAdmin();
    const empty = await admin.createProject({ name: "empty", environment: "development" });
    const astray = { ...admin, issueKey: () => admin.issueKey(empty.id) };
    await expect(rotateKey(scope, { admin: astray })).rejects.toMatchObject({ code: "internal" });
  });
});
