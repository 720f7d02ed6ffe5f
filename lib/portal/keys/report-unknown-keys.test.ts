import { expect, it } from "vitest";

import { listAudit } from "@/lib/portal/audit/list-audit";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { reportUnknownKeys } from "@/lib/portal/keys/report-unknown-keys";
import { rotateKey } from "@/lib/portal/keys/rotate-key";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

it("tells once of a key that was issued past the portal, and of none that was issued through it", async () => {
  const scope = await ownerScope(await newTenant());
  await rotateKey(scope);
  expect(await reportUnknownKeys(scope)).toBe(0);
  const { engineProjectId } = await withOrganisation(scope, (tx) => tx.project.findFirstOrThrow({ where: { organisationId: scope.organisation.id, id: scope.project.id } }));
  const { id, prefix } = await engineAdmin().issueKey(engineProjectId, { name: "Past the portal" });
  expect([await reportUnknownKeys(scope), await reportUnknownKeys(scope)]).toEqual([1, 1]);
  const rows = (await listAudit(scope, { area: "key", limit: 10 })).filter(({ action }) => action === "key.unknown");
  expect(rows.map(({ actorKind, targetId, targetName }) => [actorKind, targetId, targetName])).toEqual([["system", id, prefix]]);
  await engineAdmin().revokeKey(engineProjectId, id);
  expect(await reportUnknownKeys(scope)).toBe(0);
});
