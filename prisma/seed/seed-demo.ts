import { tenantBy } from "@/lib/portal/sessions/from-session";
import { CUSTOMERS, type PlannedProject } from "@/prisma/seed/customers";
import { PATIENT, type Patience } from "@/prisma/seed/patience";
import { type DemoPerson, finishedPeople, keepPeople, writePeople } from "@/prisma/seed/people-file";
import { uploadMissing } from "@/prisma/seed/seed-documents";
import { type SeededCustomer, seedPeople } from "@/prisma/seed/seed-people";
import { saveMissing, switchOn, untilRead } from "@/prisma/seed/seed-questions";
import { signedInAs } from "@/prisma/seed/signed-in-as";

export type { DemoPerson } from "@/prisma/seed/people-file";

/** What the demo needs to be told. */
export interface DemoOptions {
  dataDir: string;
  /** Shows a line of progress. */
  say: (line: string) => void;
  patience?: Patience;
}

/**
 * Makes the demo customers by the product's own means, each step as the person who would take it, and says how to sign in as each of
 * them. Interrupted, it goes on at the next start where it stopped; once finished it reads a file.
 *
 * @throws CitadelError when the portal or the engine refuses a step
 */
export async function seedDemo({ dataDir, say, patience = PATIENT }: DemoOptions): Promise<DemoPerson[]> {
  const finished = finishedPeople(dataDir);
  if (finished !== undefined) return finished;
  const everyone = await keepPeople(dataDir);
  const customers: SeededCustomer[] = [];
  for (const planned of CUSTOMERS) customers.push(await seedPeople(planned, everyone));
  const people = customers.flatMap((customer) => customer.people);
  await writePeople(dataDir, people);
  for (const customer of customers) say(`  ${customer.planned.name}: ${await seedProjects(customer)} documents uploaded.`);
  const complete = await switchOnAll(customers, { say, patience });
  if (complete) await writePeople(dataDir, people, true);
  else say("  Not everything is ready yet; the next start goes on with it.");
  return people;
}

/** Uploads what is missing and saves the questions. Returns the number of documents uploaded. */
async function seedProjects(customer: SeededCustomer): Promise<number> {
  const { planned, owner } = customer;
  return signedInAs(owner, async (token) => {
    let uploaded = 0;
    for (const [index, project] of planned.projects.entries()) {
      const scope = await tenantBy(token, customer.slug, customer.projects[index] ?? "");
      uploaded += await uploadMissing(scope, { source: `${planned.key}/${project.environment}`, company: planned.company });
      await saveMissing(scope, project.questions);
    }
    return uploaded;
  });
}

async function switchOnAll(customers: readonly SeededCustomer[], options: Required<Pick<DemoOptions, "say" | "patience">>): Promise<boolean> {
  let complete = true;
  for (const customer of customers) {
    for (const [index, project] of customer.planned.projects.entries()) {
      if (project.switchedOn && !(await switchOnOne(customer, { project, slug: customer.projects[index] ?? "" }, options))) complete = false;
    }
  }
  return complete;
}

async function switchOnOne(
  { planned, owner, slug: organisation }: SeededCustomer,
  { slug, project }: { slug: string; project: PlannedProject },
  { say, patience }: Required<Pick<DemoOptions, "say" | "patience">>,
): Promise<boolean> {
  return signedInAs(owner, async (token) => {
    const scope = await tenantBy(token, organisation, slug);
    say(`  ${planned.name}: reading the documents …`);
    if (!(await untilRead(scope, patience))) return false;
    say(`  ${planned.name}: running ${project.questions.length} golden questions …`);
    return switchOn(scope, patience);
  });
}
