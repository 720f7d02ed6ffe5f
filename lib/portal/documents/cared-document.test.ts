import { Readable } from "node:stream";

import { describe, expect, it } from "vitest";

import { streamOf } from "@/lib/platform/http/stream-of";
import { changeCareSetting } from "@/lib/portal/conversations/care-setting";
import { careOf, listCared } from "@/lib/portal/documents/cared-document";
import { assignOwner } from "@/lib/portal/documents/document-owner";
import { noteChange } from "@/lib/portal/documents/note-change";
import type { TenantScope } from "@/lib/portal/scope";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { readyDocument } from "@/lib/portal/testing/scripted-engine";
import { openVault } from "@/lib/portal/vault";

async function uploaded(scope: TenantScope, name: string): Promise<string> {
  const client = await openVault(scope);
  const { document } = await client.documents.upload({ name, body: streamOf(Readable.from([Buffer.from("# Text\n")])) });
  await noteChange(scope, "document.uploaded", document);
  return document.id;
}

const ownersOf = async (scope: TenantScope) => (await listCared(scope, {})).data.map(({ name, care }) => [name, care.owner?.name ?? null]);

describe("a document's care", () => {
  it("is with who uploaded it, until an admin names another", async () => {
    const tenant = await newTenant();
    const scope = await ownerScope(tenant);
    const id = await uploaded(scope, "leave.md");
    expect(await ownersOf(scope)).toEqual([["leave.md", "Olga Owner"]]);
    const { personId } = await newMember(tenant, "member");
    await assignOwner(scope, { id, ownerId: personId });
    expect(await ownersOf(scope)).toEqual([["leave.md", "A member"]]);
    const stranger = await newMember(await newTenant(), "member");
    await expect(assignOwner(scope, { id, ownerId: stranger.personId })).rejects.toMatchObject({ code: "validation_failed" });
    await assignOwner(scope, { id, ownerId: null });
    expect(await ownersOf(scope)).toEqual([["leave.md", null]]);
  });

  it("is another customer's business nowhere", async () => {
    const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
    const id = await uploaded(own, "leave.md");
    await expect(assignOwner(other, { id, ownerId: other.person.personId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("says what has not changed for too long, where the project wants to know", async () => {
    const scope = await ownerScope(await newTenant());
    const [old, fresh] = [readyDocument("old"), { ...readyDocument("fresh"), indexedAt: new Date().toISOString() }];
    const stale = async () => [...(await careOf(scope, [old, fresh])).values()].map(({ isStale }) => isStale);
    expect(await stale()).toEqual([false, false]);
    await uploaded(scope, "being-read.md");
    expect((await listCared(scope, { stale: "1" })).data).toHaveLength(1);
    await changeCareSetting(scope, { conversationDays: 90, staleDays: 30, helpKind: "none", helpTarget: null });
    expect(await stale()).toEqual([true, false]);
    expect((await listCared(scope, { stale: "1" })).data).toEqual([]);
  });
});
