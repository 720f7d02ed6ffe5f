import { expect } from "vitest";

import type { EngineClient } from "@/lib/engine/client";
import { listAudit } from "@/lib/portal/audit/list-audit";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import type { TenantUnderTest } from "@/lib/portal/histories/testing/tenant-under-test";
import { listInvitations, listMembers } from "@/lib/portal/members/list-members";

/** Sees that everything which a tenant can list, count and read is what its own operations have made, and nothing more. */
export async function look({ scope, model }: TenantUnderTest, client: EngineClient): Promise<void> {
  const { data } = await client.documents.list({ limit: 200 });
  expect(data.map(({ id, name, version, status }) => ({ id, name, version, status })).sort(byId)).toEqual(
    [...model.documents].map(([name, { id, version }]) => ({ id, name, version, status: "ready" })).sort(byId),
  );
  for (const { id, text } of model.documents.values()) expect((await client.documents.page(id, 1)).text.trim()).toBe(text);
  const day = new Date().toISOString().slice(0, 10);
  expect((await client.usage({ from: day, until: day })).documents).toBe(model.documents.size);
  expect((await listMembers(scope)).length).toBe(model.hasGuest ? 2 : 1);
  expect((await listInvitations(scope)).map(({ email }) => email).sort()).toEqual([...model.invited].sort());
  expect((await listGoldenQuestions(scope)).map(({ question }) => question)).toEqual(model.golden);
  const rows = await listAudit(scope, { limit: Math.max(1, model.log.length) });
  expect(rows.map(({ action }) => action).slice(0, model.log.length)).toEqual([...model.log].reverse());
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
