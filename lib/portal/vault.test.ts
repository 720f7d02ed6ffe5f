import { describe, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openVault, sealKey } from "@/lib/portal/vault";

async function storedKey(scope: Awaited<ReturnType<typeof ownerScope>>) {
  const { organisation, project } = scope;
  return withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: organisation.id, id: project.id } }));
}

describe("the vault", () => {
  it("opens the scope's own project", async () => {
    const client = await openVault(await ownerScope(await newTenant()));
    expect(await client.documents.list()).toEqual({ data: [], nextCursor: null });
  });

  it("does not open a key that was moved to another customer's row", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const scope = await ownerScope(own);
    const { sealedKey } = await storedKey(await ownerScope(other));
    await withOrganisation(scope, (tx) =>
      tx.project.updateMany({ where: { organisationId: scope.organisation.id, id: scope.project.id }, data: { sealedKey } }),
    );
    await expect(openVault(scope)).rejects.toMatchObject({ code: "internal" });
  });

  it("binds a key to its organisation and to its project", async () => {
    const scope = await ownerScope(await newTenant());
    const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
    const strangers = [
      { ...owner, organisationId: "org_x" },
      { ...owner, projectId: "tpr_x" },
    ];
    for (const stranger of strangers) {
      const sealedKey = sealKey("sk_live_x", stranger);
      await withOrganisation(scope, (tx) =>
        tx.project.updateMany({ where: { organisationId: owner.organisationId, id: owner.projectId }, data: { sealedKey } }),
      );
      await expect(openVault(scope)).rejects.toMatchObject({ code: "internal" });
    }
  });

  it("stores no key in clear, and another ciphertext each time", async () => {
    const owner = { organisationId: "org_x", projectId: "tpr_x" };
    const [first, second] = [sealKey("sk_live_secret", owner), sealKey("sk_live_secret", owner)];
    expect(Buffer.from(first).includes("sk_live")).toBe(false);
    expect(Buffer.from(first).equals(second)).toBe(false);
  });

  it("opens nothing any more when the key is revoked", async () => {
    const scope = await ownerScope(await newTenant());
    const client = await openVault(scope);
    const { engineProjectId, engineKeyId } = await storedKey(scope);
    await engineAdmin().revokeKey(engineProjectId, engineKeyId);
    await expect(client.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
  });
});
