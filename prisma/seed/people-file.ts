import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { writeDurably } from "@/lib/platform/blobs/durable-file";
import { CUSTOMERS, type PlannedCustomer, type PlannedPerson } from "@/prisma/seed/customers";

const demoPerson = z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string(), address: z.string() });

/** The people of a demo, as they are kept and sent from process to process. */
export const demoPeople = z.array(demoPerson);

/** A person of the demo: who they are, how they sign in, where they begin. `address` is a path of the portal, empty until it is known. */
export type DemoPerson = z.output<typeof demoPerson>;

const fileIn = (dataDir: string) => join(dataDir, "demo-people.json");
const markIn = (dataDir: string) => join(dataDir, "demo-finished");

/** The people of a demo that is finished; undefined when it is not. */
export function finishedPeople(dataDir: string): DemoPerson[] | undefined {
  return existsSync(markIn(dataDir)) && existsSync(fileIn(dataDir)) ? readPeople(dataDir) : undefined;
}

/** The people of the demo with their passwords, which are made at the first start and kept in a file that only its owner can read. */
export async function keepPeople(dataDir: string): Promise<DemoPerson[]> {
  const kept = existsSync(fileIn(dataDir)) ? readPeople(dataDir) : [];
  const people = CUSTOMERS.flatMap((customer) => customer.people.map((person) => kept.find(({ email }) => email === person.email) ?? newPerson(customer, person)));
  await writePeople(dataDir, people);
  return people;
}

/** Keeps the people with their addresses; with `finished`, later starts have nothing to do. */
export async function writePeople(dataDir: string, people: readonly DemoPerson[], finished = false): Promise<void> {
  await writeDurably(fileIn(dataDir), Buffer.from(`${JSON.stringify(people, undefined, 2)}\n`));
  if (finished) await writeDurably(markIn(dataDir), Buffer.from(`${new Date().toISOString()}\n`));
}

function readPeople(dataDir: string): DemoPerson[] {
  return demoPeople.parse(JSON.parse(readFileSync(fileIn(dataDir), "utf8")));
}

function newPerson(customer: PlannedCustomer, { name, email, role, operator = false }: PlannedPerson): DemoPerson {
  return { name, email, password: randomBytes(12).toString("base64url"), role: `${role} of ${customer.name}${operator ? ", and operator" : ""}`, address: "" };
}
