import { expect, it } from "vitest";

import { withOrganisation, withPerson } from "@/lib/portal/database";
import { removeMember } from "@/lib/portal/members/remove-member";
import type { OrganisationScope } from "@/lib/portal/scope";
import { organisationBy } from "@/lib/portal/sessions/from-session";
import { revokeSession } from "@/lib/portal/sessions/revoke-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const projectsSeen = (scope: OrganisationScope) => withOrganisation(scope, async (tx) => (await tx.project.findMany()).map(({ organisationId }) => organisationId));
const absent = expect.objectContaining({ code: "not_found" });

it("opens no organisation that the session's person does not belong to, whatever the scope says", async () => {
  const [own, other] = await Promise.all([newTenant(), newTenant()]);
  const [scope, foreign] = await Promise.all([ownerScope(own), ownerScope(other)]);
  expect(await projectsSeen(scope)).toEqual([scope.organisation.id]);
  const misled = Object.create(scope, { organisation: { value: foreign.organisation } }) as OrganisationScope;
  await expect(projectsSeen(misled)).rejects.toEqual(absent);
});

it("opens nothing to a scope whose session has ended since", async () => {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  await revokeSession(scope.person.sessionId);
  await expect(projectsSeen(scope)).rejects.toMatchObject({ code: "unauthorized" });
});

it("opens nothing to a scope whose membership has ended since", async () => {
  const tenant = await newTenant();
  const member = await newMember(tenant, "member");
  const scope = await organisationBy(member.token, tenant.org);
  expect(await projectsSeen(scope)).toEqual([scope.organisation.id]);
  const { id } = await withPerson(member.personId, (tx) => tx.membership.findFirstOrThrow({ where: { personId: member.personId } }));
  await removeMember(await ownerScope(tenant), id);
  await expect(projectsSeen(scope)).rejects.toEqual(absent);
});
