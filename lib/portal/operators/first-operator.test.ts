import { expect, it } from "vitest";

import { lookUp } from "@/lib/portal/database";
import { firstOperator } from "@/lib/portal/operators/first-operator";
import { findPerson } from "@/lib/portal/people/find-person";
import { signedInBy } from "@/lib/portal/sessions/from-session";
import { openSession } from "@/lib/portal/sessions/open-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";
import { newTenant } from "@/lib/portal/testing/new-tenant";

const FIRST = { email: "first.operator@company.example", company: "The Company", password: "a password made by the launcher" };

async function isOperator(personId: string): Promise<boolean> {
  const person = await signedInBy(await sessionToken(await openSession(personId)));
  return person?.operator ?? false;
}

it("makes the company, its owner and the operator, once however often it is called", async () => {
  await firstOperator(FIRST);
  await firstOperator(FIRST);
  const person = await findPerson(FIRST.email);
  expect(await isOperator(person?.id ?? "")).toBe(true);
  const organisations = await lookUp((tx) => tx.$queryRaw<{ role: string; name: string }[]>`SELECT role, organisation_name AS name FROM portal.list_memberships(${person?.id})`);
  // Customers of other tests may let support in meanwhile, and the operator with it.
  expect(organisations.filter(({ role }) => role !== "reader")).toEqual([{ role: "owner", name: FIRST.company }]);
});

it("gives nothing to somebody else who has an account under the address", async () => {
  const { owner } = await newTenant();
  await expect(firstOperator({ ...FIRST, email: owner.email })).rejects.toMatchObject({ code: "unauthorized" });
  expect(await isOperator(owner.personId)).toBe(false);
});
