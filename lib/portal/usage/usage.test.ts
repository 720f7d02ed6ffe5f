import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { customerDetailSchema } from "@/lib/portal/operator-api/customer";
import { changeCustomer } from "@/lib/portal/operator-api/http/change-customer";
import { getUsage } from "@/lib/portal/operator-api/http/get-usage";
import { call } from "@/lib/portal/operator-api/testing/call";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { daysCsv } from "@/lib/portal/usage/days-csv";
import { measureUsage } from "@/lib/portal/usage/measure-usage";
import { monthOfUsageSchema } from "@/lib/portal/usage/month-of-usage";
import { dayOf, lastDayOf } from "@/lib/portal/usage/period";
import { shownDays } from "@/lib/portal/usage/shown-days";
import { csvOf } from "@/lib/platform/csv";
import { usageOf } from "@/lib/portal/usage/usage-of";

const today = () => dayOf(new Date());

describe("usage", () => {
  it("counts people once a day and once a month, and keeps nobody's name", async () => {
    const tenant = await newTenant();
    const owner = await ownerScope(tenant);
    const reader = await tenantBy((await newMember(tenant, "reader")).token, tenant.org, tenant.project);
    for (const scope of [owner, owner, reader]) await keptAnswer(scope, "How long is leave?", { tookMs: 100 });
    await keptAnswer(reader, "And in Spain?", { grounding: "refused", tookMs: 4_000 });
    await measureUsage(owner);
    const range = { from: today(), until: today() };
    const projects = await usageOf(owner, range);
    expect(shownDays(projects, range)).toMatchObject([{ day: today(), questions: 4, refused: 1, people: 2, documents: 0, tokens: 0 }]);
    const [day] = shownDays(projects, range);
    expect(day?.p50Ms).toBeGreaterThanOrEqual(100);
    expect(day?.p50Ms).toBeLessThanOrEqual(125);
    expect(day?.p95Ms).toBeGreaterThanOrEqual(4_000);
    expect(daysCsv(projects).split("\r\n")[1]).toMatch(new RegExp(`^${today()},production,4,0,1,2,`));

    const month = today().slice(0, 7);
    const json = monthOfUsageSchema.parse(await (await call(getUsage, { query: `?month=${month}` })).json());
    expect(json.data.filter(({ projectId }) => projectId === owner.project.id)).toMatchObject([{ customerName: owner.organisation.name, questions: 4, people: 2, refused: 1 }]);
    const csv = await call(getUsage, { query: `?month=${month}&format=csv` });
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const rows: string[][] = parse(await csv.text());
    expect(rows.find((row) => row.includes(owner.project.id))?.slice(6, 10)).toEqual(["4", "0", "1", "2"]);
    expect(JSON.stringify(json)).not.toContain("Spain");
  });

  it("counts answers also on a day that was measured before anybody asked", async () => {
    const owner = await ownerScope(await newTenant());
    await measureUsage(owner);
    await keptAnswer(owner, "How long is leave?", { tookMs: 4_000 });
    const range = { from: today(), until: today() };
    const [day] = shownDays(await usageOf(owner, range), range);
    expect(day).toMatchObject({ questions: 1 });
    expect(day?.p50Ms).toBeGreaterThanOrEqual(4_000);
  });

  it("is another customer's business nowhere, and asks the API's caller for a month", async () => {
    const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
    await keptAnswer(own, "How long is leave?");
    expect((await usageOf(other, { from: today(), until: today() })).map(({ days }) => days)).toEqual([[]]);
    for (const query of ["", "?month=2026-13", "?month=november"]) expect((await call(getUsage, { query })).status).toBe(422);
    expect((await call(getUsage, { query: "?month=2026-11", credential: "op_wrong" })).status).toBe(401);
  });

  it("shows nothing across customers to who is no operator, and no other customer's counters when the filter is forgotten", async () => {
    const [own, other] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
    for (const scope of [own, other]) await keptAnswer(scope, "How long is leave?", { grounding: "refused" });
    const seen = await withOrganisation(own, async (tx) => ({
      across: await tx.$queryRaw`SELECT * FROM portal.list_usage('2020-01-01', '2100-01-01')`,
      people: await tx.$queryRaw`SELECT * FROM portal.list_usage_people(${`${today().slice(0, 7)}-01`}::date)`,
      quotas: await tx.$queryRaw`SELECT * FROM portal.list_quotas()`,
      owners: [
        ...(await tx.usageDay.findMany()),
        ...(await tx.usageMonth.findMany()),
        ...(await tx.usageSeen.findMany()),
        ...(await tx.conversationMessage.findMany()),
        ...(await tx.gap.findMany()),
      ].map(({ organisationId }) => organisationId),
    }));
    expect(seen).toMatchObject({ across: [], people: [], quotas: [] });
    expect(new Set(seen.owners)).toEqual(new Set([own.organisation.id]));
  });

  it("knows the ends of months", () => {
    expect([lastDayOf("2026-02-01"), lastDayOf("2028-02-01"), lastDayOf("2026-12-01")]).toEqual(["2026-02-28", "2028-02-29", "2026-12-31"]);
  });
});

describe("limits over the operator API", () => {
  it("are changed one by one", async () => {
    const { customer } = await newTenant();
    const change = async (body: unknown) => customerDetailSchema.parse(await (await call(changeCustomer, { id: customer.organisationId, body })).json()).limits;
    expect(await change({ limits: { questions: 100, members: 5 } })).toEqual({ questions: 100, documents: null, bytes: null, members: 5 });
    expect(await change({ limits: { members: null } })).toEqual({ questions: 100, documents: null, bytes: null, members: null });
    expect((await call(changeCustomer, { id: customer.organisationId, body: { limits: { questions: -1 } } })).status).toBe(422);
  });
});

it("writes files that are read back as they were, without formulas", () => {
  const value = fc.oneof(fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", "=") }), fc.integer({ min: 0 }));
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read: string[][] = parse(csvOf([["a", "b"], ...rows]), { record_delimiter: "\r\n" });
      const expected = rows.map((row) => row.map((cell) => (typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell))));
      expect(read.slice(1)).toEqual(expected);
    }),
  );
});
