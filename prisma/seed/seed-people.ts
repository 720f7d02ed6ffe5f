import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { invite } from "@/lib/portal/members/invite";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import { findPerson } from "@/lib/portal/people/find-person";
import type { Role } from "@/lib/portal/roles";
import { organisationBy } from "@/lib/portal/sessions/from-session";
import type { PlannedCustomer } from "@/prisma/seed/customers";
import type { DemoPerson } from "@/prisma/seed/people-file";
import { signedInAs } from "@/prisma/seed/signed-in-as";

/** A customer that is there, with what its people need to reach it. */
export interface SeededCustomer {
  planned: PlannedCustomer;
  /** In addresses. */
  slug: string;
  /** The slugs of its projects, in the order they were planned in. */
  projects: string[];
  owner: DemoPerson;
  /** Its people, who now know where they begin. */
  people: DemoPerson[];
}

/** Makes a customer with its people, or what is still missing of both. `everyone` are the people of the demo with their passwords. */
export async function seedPeople(planned: PlannedCustomer, everyone: readonly DemoPerson[]): Promise<SeededCustomer> {
  const [first, ...others] = planned.people;
  const { slug, projects, invitationUrl } = await onboardCustomer({
    idempotencyKey: `demo customer ${planned.key}`,
    name: planned.name,
    adminEmail: first.email,
    projects: planned.projects.map(({ environment }) => ({ environment })),
  });
  const owner = personOf(everyone, first.email);
  if ((await findPerson(owner.email)) === null) await join(owner, invitationUrl);
  if (first.operator === true) await grantOperator(owner.email);
  for (const { email, role } of others) await seedMember(personOf(everyone, email), role, { owner, slug });
  const project = projects[0]?.slug ?? "";
  const people = planned.people.map(({ email, role, operator }) => ({
    ...personOf(everyone, email),
    address: operator === true ? "/operator" : `/t/${slug}/${project}/${beginningOf(role)}`,
  }));
  return { planned, slug, projects: projects.map((made) => made.slug), owner, people };
}

async function seedMember(person: DemoPerson, role: Role, { owner, slug }: { owner: DemoPerson; slug: string }): Promise<void> {
  if ((await findPerson(person.email)) !== null) return;
  const { url } = await signedInAs(owner, async (token) => invite(await organisationBy(token, slug), { email: person.email, role }));
  await join(person, url);
}

async function join({ name, password }: DemoPerson, invitationUrl: string): Promise<void> {
  await acceptInvitation(invitationUrl.slice(invitationUrl.lastIndexOf("/") + 1), { name, password });
}

function personOf(everyone: readonly DemoPerson[], email: string): DemoPerson {
  const person = everyone.find((candidate) => candidate.email === email);
  if (person === undefined) throw new TypeError(`The demo keeps no password for ${email}.`);
  return person;
}

/** Where a role's work is: those who may change documents begin with them, the others with a question. */
function beginningOf(role: Role): string {
  return role === "owner" || role === "admin" ? "documents" : "chat";
}
