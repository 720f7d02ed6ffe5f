import { describe, expect, it } from "vitest";

import { askingState } from "@/lib/portal/asking/asking-state";
import { mayAsk } from "@/lib/portal/asking/may-ask";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { withOrganisation } from "@/lib/portal/database";
import { listAsking, stopAsking } from "@/lib/portal/operators/stop-asking";
import type { SignedIn } from "@/lib/portal/scope";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { switchOn } from "@/lib/portal/testing/switched-on";

const operator: SignedIn = { sessionId: "sgn_1", personId: "per_operator", email: "op@example.com", name: "Otto Operator", operator: true };

async function switchedOnTenant() {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  await switchOn(scope);
  return { tenant, scope, target: { organisationId: scope.organisation.id, projectId: scope.project.id } };
}

describe("the operator's kill switch", () => {
  it("stops end users at the next request, and no admin lifts it", async () => {
    const { tenant, scope, target } = await switchedOnTenant();
    const reader = await newMember(tenant, "reader");
    const ask = async () => mayAsk(await tenantBy(reader.token, tenant.org, tenant.project));
    expect(await ask()).toBe(true);
    await stopAsking(operator, target, true);
    expect(await ask()).toBe(false);
    expect(await askingState(scope)).toMatchObject({ enabled: false, stopped: true, changedBy: null });
    await expect(setAsking(scope, true)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("operator") });
    expect(mayAsk(await ownerScope(tenant))).toBe(true);
    await stopAsking(operator, target, false);
    expect(await askingState(scope)).toMatchObject({ enabled: false, stopped: false });
    expect(await setAsking(scope, true)).toMatchObject({ enabled: true });
  });

  it("touches one project, and stands in its customer's audit log", async () => {
    const [one, other] = [await switchedOnTenant(), await switchedOnTenant()];
    await stopAsking(operator, one.target, true);
    const flags = new Map((await listAsking(operator)).map((flag) => [flag.projectId, flag]));
    expect(flags.get(one.target.projectId)).toMatchObject({ enabled: false, stoppedAt: expect.any(String) });
    expect(flags.get(other.target.projectId)).toMatchObject({ enabled: true, stoppedAt: null });
    const events = (scope: typeof one.scope) =>
      withOrganisation(scope, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id, action: "asking.stopped" } }));
    expect(await events(one.scope)).toMatchObject([{ actorKind: "operator", actorName: "Otto Operator" }]);
    expect(await events(other.scope)).toEqual([]);
  });

  it("is the operator's alone, and goes by the organisation and project together", async () => {
    const [one, other] = [await switchedOnTenant(), await switchedOnTenant()];
    const absent = { code: "not_found" };
    await expect(stopAsking({ ...operator, operator: false }, one.target, true)).rejects.toMatchObject(absent);
    await expect(listAsking({ ...operator, operator: false })).rejects.toMatchObject(absent);
    await expect(stopAsking(operator, { ...one.target, organisationId: other.target.organisationId }, true)).rejects.toMatchObject(absent);
    await expect(stopAsking(operator, { ...one.target, projectId: "tpr_absent" }, true)).rejects.toMatchObject(absent);
    const call = withOrganisation(one.scope, (tx) => tx.$queryRaw`SELECT * FROM portal.stop_asking(${other.target.projectId}, true)`);
    expect(await call).toEqual([]);
    expect([(await askingState(one.scope)).enabled, (await askingState(other.scope)).enabled]).toEqual([true, true]);
  });
});
