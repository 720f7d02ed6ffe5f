import { describe, expect, it } from "vitest";

import { engineAdmin, engineClient } from "@/lib/portal/engine-door";
import { issueKey } from "@/lib/portal/keys/issue-key";
import { listKeys, unknownKeys } from "@/lib/portal/keys/list-keys";
import { ownKey } from "@/lib/portal/keys/own-key";
import { revokeKey } from "@/lib/portal/keys/revoke-key";
import { listAuditActions } from "@/lib/portal/keys/testing/listed";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

describe("keys for the customer's software", () => {
  it("open the project, are listed with who issued them, and end at once", async () => {
    const scope = await ownerScope(await newTenant());
    const { key, prefix } = await issueKey(scope, { name: "Help desk", days: 30 });
    await expect(engineClient(key).documents.list()).resolves.toMatchObject({ data: [] });
    const listed = (await listKeys(scope)).find(({ name }) => name === "Help desk");
    expect(listed).toMatchObject({ prefix, origin: "issued", state: "active", issuedBy: "Olga Owner" });
    expect(Date.parse(listed?.expiresAt ?? "")).toBeGreaterThan(Date.now());
    expect(JSON.stringify(listed)).not.toContain(key);
    await revokeKey(scope, listed?.id ?? "");
    await revokeKey(scope, listed?.id ?? "");
    await expect(engineClient(key).documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    expect((await listAuditActions(scope)).filter((action) => action.startsWith("key."))).toEqual(["key.issued", "key.revoked"]);
  });

  it("that nobody issued here are told apart", async () => {
    const scope = await ownerScope(await newTenant());
    const { engineProjectId } = await ownKey(scope);
    expect(await unknownKeys(scope)).toEqual([]);
    const { id, prefix } = await engineAdmin().issueKey(engineProjectId, { name: "Portal" });
    expect(await unknownKeys(scope)).toMatchObject([{ id, prefix, origin: "unknown" }]);
    await revokeKey(scope, id);
    expect(await unknownKeys(scope)).toEqual([]);
  });

  it("do not include the portal's own among those that can be revoked", async () => {
    const scope = await ownerScope(await newTenant());
    await expect(revokeKey(scope, (await ownKey(scope)).engineKeyId)).rejects.toMatchObject({ code: "conflict" });
    expect(await listKeys(scope)).toMatchObject([{ origin: "portal", state: "active" }]);
  });

  it("of another customer are not there", async () => {
    const [own, other] = await Promise.all([newTenant().then(ownerScope), newTenant().then(ownerScope)]);
    const { key, prefix } = await issueKey(other, { name: "Theirs", days: null });
    const theirs = (await listKeys(other)).find(({ name }) => name === "Theirs");
    for (const id of [theirs?.id ?? "", (await ownKey(other)).engineKeyId, "key_nothing"]) await expect(revokeKey(own, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listKeys(own)).map((listed) => listed.prefix)).not.toContain(prefix);
    await expect(engineClient(key).documents.list()).resolves.toMatchObject({ data: [] });
  });
});
