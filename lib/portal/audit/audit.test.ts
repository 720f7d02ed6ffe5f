import fc from "fast-check";
import pg from "pg";
import { describe, expect, it } from "vitest";
import type { z } from "zod";

import { required } from "@/lib/platform/env";
import type { AuditRecord } from "@/lib/portal/audit/audit-event";
import { verifyChain } from "@/lib/portal/audit/chain";
import { auditFilter, listActors, listAudit, readChain, readFiltered } from "@/lib/portal/audit/list-audit";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const record = (scope: OrganisationScope, name: string) =>
  withOrganisation(scope, (tx) => recordAudit(tx, scope, { action: "golden.saved", target: { kind: "golden question", id: "gld_1", name }, after: { name, phrases: ["15 days"] } }));

async function chainOf(scope: OrganisationScope): Promise<AuditRecord[]> {
  const rows: AuditRecord[] = [];
  for await (const batch of readChain(scope, 7)) rows.push(...batch);
  return rows;
}

describe("the audit log", () => {
  it("chains its rows, also those that are written at once", async () => {
    const scope = await ownerScope(await newTenant());
    const before = (await chainOf(scope)).length;
    await Promise.all(Array.from({ length: 12 }, (_, index) => record(scope, `Question ${index} \ud800 “quoted” \u0000`)));
    const rows = await chainOf(scope);
    expect(rows).toHaveLength(before + 12);
    expect(verifyChain(rows)).toMatchObject({ intact: true, rows: before + 12, head: rows.at(-1)?.hash });
    expect(rows.at(-1)).toMatchObject({ actorName: "Olga Owner", action: "golden.saved", address: null });
  });

  it("shows each organisation its own rows, newest first, as filtered", async () => {
    const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
    await record(own, "mine");
    await record(other, "theirs");
    const rows = await listAudit(own, auditFilter.parse({ area: "golden" }));
    expect(rows.map(({ targetName }) => targetName)).toEqual(["mine"]);
    expect(await listAudit(own, auditFilter.parse({ area: "asking" }))).toEqual([]);
    const all = await listAudit(own, auditFilter.parse({}));
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => all.length - index));
  });

  it("is filtered by person, by action and by time, and exported so", async () => {
    const scope = await ownerScope(await newTenant());
    await record(scope, "one");
    await record(scope, "two");
    const names = async (filter: z.input<typeof auditFilter>) => (await listAudit(scope, auditFilter.parse(filter))).map(({ targetName }) => targetName);
    expect(await names({ action: "golden.saved" })).toEqual(["two", "one"]);
    expect(await names({ action: "golden.changed" })).toEqual([]);
    expect(await names({ action: "golden.saved", actorId: scope.person.personId })).toEqual(["two", "one"]);
    expect(await names({ actorId: "per_nobody" })).toEqual([]);
    const past = new Date(Date.now() - 60_000).toISOString();
    expect(await names({ action: "golden.saved", from: past })).toEqual(["two", "one"]);
    expect(await names({ until: past })).toEqual([]);
    expect((await listActors(scope)).map(({ name }) => name)).toEqual(["Olga Owner"]);
    const exported: string[] = [];
    for await (const rows of readFiltered(scope, auditFilter.parse({ action: "golden.saved" }), 1)) exported.push(...rows.map(({ targetName }) => targetName ?? ""));
    expect(exported).toEqual(["two", "one"]);
  });

  it("is gone with the change that was rolled back", async () => {
    const scope = await ownerScope(await newTenant());
    const before = (await chainOf(scope)).length;
    const failing = withOrganisation(scope, async (tx) => {
      await recordAudit(tx, scope, { action: "settings.changed" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await chainOf(scope)).toHaveLength(before);
  });

  it("cannot be changed, not even by the owner of the schema", async () => {
    const scope = await ownerScope(await newTenant());
    await record(scope, "kept");
    const change = withOrganisation(scope, (tx) => tx.auditEvent.updateMany({ where: { organisationId: scope.organisation.id }, data: { actorName: "Nobody" } }));
    await expect(change).rejects.toThrow();
    const owner = new pg.Client({ connectionString: required("DATABASE_URL") });
    await owner.connect();
    await expect(owner.query("DELETE FROM portal.audit_event WHERE organisation_id = $1", [scope.organisation.id])).rejects.toThrow("append-only");
    await owner.end();
  });

  it("names the first broken link of any chain that was tampered with", async () => {
    const scope = await ownerScope(await newTenant());
    for (let index = 0; index < 8; index++) await record(scope, `Question ${index}`);
    const rows = await chainOf(scope);
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.constantFrom("change", "drop", "swap"), (at, how) => {
        const changed = rows.map((row) => ({ ...row }));
        const [row, next] = [changed[at], changed[at + 1]];
        if (row === undefined) return;
        if (how === "change") row.targetName = "something else";
        if (how !== "change" && next === undefined) return;
        if (how === "drop") changed.splice(at, 1);
        if (how === "swap" && next !== undefined) changed.splice(at, 2, next, row);
        expect(verifyChain(changed)).toMatchObject({ intact: false, brokenAt: how === "change" || at > 0 ? at + 1 : 2 });
      }),
    );
  });
});
