import { Readable } from "node:stream";

import { describe, expect, it } from "vitest";

import { streamOf } from "@/lib/platform/http/stream-of";
import { withOrganisation } from "@/lib/portal/database";
import { invite } from "@/lib/portal/members/invite";
import { type Quota, UNLIMITED } from "@/lib/portal/quota/quota";
import { quotaUse } from "@/lib/portal/quota/quota-use";
import { setQuota } from "@/lib/portal/quota/set-quota";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import type { TenantScope } from "@/lib/portal/scope";
import { newEmail, newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { measureUsage } from "@/lib/portal/usage/measure-usage";
import { openVault } from "@/lib/portal/vault";

const OPERATOR = { kind: "operator", id: null, name: "Test" } as const;

async function limited(quota: Partial<Quota>): Promise<TenantScope> {
  const scope = await ownerScope(await newTenant());
  await setQuota(scope.organisation.id, { ...UNLIMITED, ...quota }, OPERATOR);
  return scope;
}

async function upload(scope: TenantScope, name: string): Promise<void> {
  const text = `# ${name}\n`;
  const client = await openVault(scope);
  await withinQuota(scope, { documents: 1, bytes: text.length }, () => client.documents.upload({ name, body: streamOf(Readable.from([Buffer.from(text)])) }));
}

const won = (outcomes: readonly PromiseSettledResult<unknown>[]) => outcomes.filter(({ status }) => status === "fulfilled").length;
const codes = (outcomes: readonly PromiseSettledResult<unknown>[]) => new Set(outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason.code)] : [])));

describe("limits", () => {
  it("let exactly as many documents in as there is room for, however many come at once", async () => {
    const scope = await limited({ documents: 3 });
    await upload(scope, "first.md");
    const outcomes = await Promise.allSettled(Array.from({ length: 9 }, (_, number) => upload(scope, `${number}.md`)));
    expect([won(outcomes), [...codes(outcomes)]]).toEqual([2, ["quota_reached"]]);
    const client = await openVault(scope);
    expect((await client.documents.list()).data).toHaveLength(3);
  });

  it("count what is on its way by its size, and free it when it fails", async () => {
    const scope = await limited({ bytes: 1_000 });
    const failed = withinQuota(scope, { documents: 1, bytes: 900 }, async () => {
      await expect(withinQuota(scope, { documents: 1, bytes: 200 }, () => Promise.resolve())).rejects.toMatchObject({ code: "quota_reached" });
      throw new Error("broke off");
    });
    await expect(failed).rejects.toThrow("broke off");
    expect(await withinQuota(scope, { documents: 1, bytes: 900 }, () => Promise.resolve("in"))).toBe("in");
  });

  it("let as many people be invited as there is room for", async () => {
    const scope = await limited({ members: 4 });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => invite(scope, { email: newEmail(), role: "reader" })));
    expect([won(outcomes), [...codes(outcomes)]]).toEqual([3, ["quota_reached"]]);
  });

  it("are shown with what is used of them, and each change stands in the log", async () => {
    const scope = await limited({ documents: 4, members: 1 });
    await upload(scope, "a.md");
    await measureUsage(scope);
    expect(await quotaUse(scope)).toEqual([
      { metric: "questions", used: 0, most: null, percent: null },
      { metric: "documents", used: 1, most: 4, percent: 25 },
      { metric: "bytes", used: 7, most: null, percent: null },
      { metric: "members", used: 1, most: 1, percent: 100 },
    ]);
    const rows = await withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: "quota.changed" } }));
    expect(rows.map(({ before, after }) => ({ before, after }))).toEqual([{ before: UNLIMITED, after: { ...UNLIMITED, documents: 4, members: 1 } }]);
  });
});
