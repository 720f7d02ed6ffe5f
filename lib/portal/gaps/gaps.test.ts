import { describe, expect, it } from "vitest";

import { withOrganisation } from "@/lib/portal/database";
import { feedbackInput } from "@/lib/portal/feedback/feedback";
import { rateAnswer } from "@/lib/portal/feedback/rate-answer";
import { assignGap, decideGap } from "@/lib/portal/gaps/decide-gap";
import { type GapStatus } from "@/lib/portal/gaps/gap";
import { listGaps } from "@/lib/portal/gaps/list-gaps";
import type { TenantScope } from "@/lib/portal/scope";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const newScope = async () => ownerScope(await newTenant());
const gapsOf = async (scope: TenantScope, status: GapStatus = "open") => (await listGaps(scope, { status, page: 1 })).gaps;
const refuse = (scope: TenantScope, question: string) => keptAnswer(scope, question, { grounding: "refused" });

describe("gaps", () => {
  it("gathers refused and disliked questions of one meaning, the frequent ones first", async () => {
    const scope = await newScope();
    await refuse(scope, "Where do I park my bike?");
    await refuse(scope, "Is there a place to leave a bicycle?");
    await refuse(scope, "Is there a canteen?");
    await keptAnswer(scope, "How do I get a badge?");
    const { messageId } = await keptAnswer(scope, "parking bikes");
    await rateAnswer(scope, feedbackInput.parse({ messageId, vote: "down" }));
    const gaps = await gapsOf(scope);
    expect(gaps).toMatchObject([
      { question: "parking bikes", asked: 3, refused: 2, disliked: 1, people: 1, last: { messageId }, documents: [{ id: "doc_leave", name: "hr/leave.md", page: 1 }] },
      { question: "Is there a canteen?", asked: 1, refused: 1, disliked: 0 },
    ]);
    expect(gaps[0]?.wordings).toEqual(["Is there a place to leave a bicycle?", "Where do I park my bike?"]);
  });

  it("makes one gap of the same question asked by many at once", async () => {
    const scope = await newScope();
    await Promise.all(Array.from({ length: 8 }, () => refuse(scope, "Where do I park my bike?")));
    expect(await gapsOf(scope)).toMatchObject([{ asked: 8 }]);
  });

  it("is assigned and closed with a row in the log, and open again when a solved question comes back", async () => {
    const scope = await newScope();
    await refuse(scope, "Where do I park my bike?");
    const id = (await gapsOf(scope))[0]?.id ?? "";
    await assignGap(scope, id, scope.person.personId);
    await decideGap(scope, id, "solved");
    expect(await gapsOf(scope)).toEqual([]);
    expect(await gapsOf(scope, "solved")).toMatchObject([{ id, ownerId: scope.person.personId }]);
    await refuse(scope, "Where do I park my bike?");
    expect(await gapsOf(scope)).toMatchObject([{ id, asked: 2 }]);
    await decideGap(scope, id, "dismissed");
    await refuse(scope, "Where do I park my bike?");
    expect(await gapsOf(scope, "dismissed")).toMatchObject([{ id, asked: 3 }]);
    const rows = await withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: { startsWith: "gap." } }, orderBy: { sequence: "asc" } }));
    expect(rows.map(({ action }) => action)).toEqual(["gap.assigned", "gap.closed", "gap.closed"]);
  });

  it("is nothing to anybody else, and to nobody of another organisation", async () => {
    const [own, other] = [await newScope(), await newScope()];
    await refuse(own, "Where do I park my bike?");
    const id = (await gapsOf(own))[0]?.id ?? "";
    expect(await gapsOf(other)).toEqual([]);
    await expect(decideGap(other, id, "solved")).rejects.toMatchObject({ code: "not_found" });
    await expect(assignGap(other, id, null)).rejects.toMatchObject({ code: "not_found" });
    await expect(assignGap(own, id, other.person.personId)).rejects.toMatchObject({ code: "validation_failed" });
  });
});
