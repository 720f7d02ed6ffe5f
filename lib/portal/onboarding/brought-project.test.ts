import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { withNewOrganisation, withOperator } from "@/lib/portal/database";
import { engineAdmin, engineClient } from "@/lib/portal/engine-door";
import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import type { NewCustomerInput } from "@/lib/portal/onboarding/new-customer";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newEmail, PASSWORD, signInAs, tokenOf } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

async function engineProject() {
  const { id } = await engineAdmin().createProject({ name: "brought along", environment: "production" });
  return { id, ...(await issued(id)) };
}

async function issued(id: string) {
  const { key, id: keyId } = await engineAdmin().issueKey(id);
  return { key, keyId };
}

const request = (engineProject: { id: string; key: string }, more: NewCustomerInput["projects"] = []): NewCustomerInput => ({
  idempotencyKey: randomUUID(),
  name: `Customer ${randomUUID()}`,
  adminEmail: newEmail(),
  projects: [{ environment: "production", engineProject: { id: engineProject.id, key: engineProject.key } }, ...more],
});

describe("a project that a customer brings along", () => {
  it("is the customer's from then on, with its documents, its key sealed and nobody else's revoked", async () => {
    const brought = await engineProject();
    await engineClient(brought.key).documents.upload({ name: "old.md", body: new Blob(["# Old"]).stream() });
    const customer = await onboardCustomer(request(brought));
    expect(JSON.stringify(customer)).not.toContain(brought.key);
    const { personId } = await acceptInvitation(tokenOf(customer.invitationUrl), { name: "Olga Owner", password: PASSWORD });
    const scope = await tenantBy(await signInAs(personId), customer.slug, "production");
    expect((await (await openVault(scope)).documents.list()).data.map(({ name }) => name)).toEqual(["old.md"]);
    const row = await withNewOrganisation(customer.organisationId, { operator: true }, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: customer.organisationId } }));
    expect(row).toMatchObject({ engineProjectId: brought.id, engineKeyId: brought.keyId });
    expect(brought.key.startsWith(row.keyPrefix)).toBe(true);
    expect(Buffer.from(row.sealedKey).includes(brought.key)).toBe(false);
    const plans = await withOperator((tx) => tx.onboarding.findMany({ where: { slug: customer.slug } }));
    expect(JSON.stringify(plans)).not.toContain(brought.key);
  });

  it("is refused with a key of another project, a revoked one, none that is known, and an id that is none; nothing is left behind", async () => {
    const [brought, other] = [await engineProject(), await engineProject()];
    const revoked = await issued(brought.id);
    await engineAdmin().revokeKey(brought.id, revoked.keyId);
    const tries = [
      [{ id: brought.id, key: other.key }, "projects.0.engineProject.key", "opens another project"],
      [{ id: brought.id, key: revoked.key }, "projects.0.engineProject.key", "does not know this key"],
      [{ id: brought.id, key: `sk_live_${"x".repeat(40)}` }, "projects.0.engineProject.key", "does not know this key"],
      [{ id: "prj_absent", key: brought.key }, "projects.0.engineProject.id", "no such project"],
    ] as const;
    // Refused before anything is made.
    const making = { ...engineAdmin(), createProject: () => Promise.reject(new Error("made a project")) };
    for (const [engine, path, message] of tries) {
      const sent = request(engine, [{ environment: "staging" }]);
      await expect(onboardCustomer(sent, making)).rejects.toMatchObject({ code: "validation_failed", errors: [{ path, message: expect.stringContaining(message) }] });
      expect(await withOperator((tx) => tx.onboarding.count({ where: { idempotencyKey: sent.idempotencyKey } }))).toBe(0);
    }
    const wrongPlace = request(brought);
    await expect(onboardCustomer({ ...wrongPlace, projects: [{ environment: "staging", engineProject: { id: brought.id, key: brought.key } }] })).rejects.toMatchObject({ errors: [{ message: expect.stringContaining("is for production") }] });
  });

  it("belongs to one customer", async () => {
    const brought = await engineProject();
    const sent = request(brought);
    const first = await onboardCustomer(sent);
    expect(await onboardCustomer(sent)).toEqual(first);
    await expect(onboardCustomer(request({ ...brought, ...(await issued(brought.id)) }))).rejects.toMatchObject({ code: "validation_failed", errors: [{ message: expect.stringContaining("has this project already") }] });
  });
});
