import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readWaiting } from "@/lib/engine/testing/engine";
import { askingState } from "@/lib/portal/asking/asking-state";
import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { listRuns } from "@/lib/portal/golden/runs/list-runs";
import type { TenantScope } from "@/lib/portal/scope";
import { signedInBy, tenantBy } from "@/lib/portal/sessions/from-session";
import { engineProjectOf } from "@/lib/portal/testing/engine-project-of";
import { openVault } from "@/lib/portal/vault";
import { CUSTOMERS } from "@/prisma/seed/customers";
import type { Patience } from "@/prisma/seed/patience";
import { allDocuments } from "@/lib/portal/documents/each-document";
import { type DemoPerson, seedDemo } from "@/prisma/seed/seed-demo";
import { signedInAs } from "@/prisma/seed/signed-in-as";

const dataDir = mkdtempSync(join(tmpdir(), "citadel-demo-"));
const said: string[] = [];
const MINUTE = 60_000;

/** Does what the worker would do, here and now. */
const atOnce: Patience = {
  longest: MINUTE,
  pause: async (scope) => {
    await readWaiting(await engineProjectOf(scope));
    const [run] = await listRuns(scope, 1);
    if (run !== undefined) await executeRun(scope, { subject: run.id, attempt: 1, signal: new AbortController().signal });
  },
};
const seed = (patience: Patience) => seedDemo({ dataDir, patience, say: (line) => said.push(line) });
/** Gives up before anything is read, as a start does that is interrupted. */
const impatient: Patience = { ...atOnce, longest: -1 };

let interrupted: DemoPerson[];
let people: DemoPerson[];
beforeAll(async () => {
  interrupted = await seed(impatient);
  people = await seed(atOnce);
}, 3 * MINUTE);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Works in a project of a person's own organisation, signed in as them. */
const inProject = <Result>(email: string, project: string, work: (scope: TenantScope) => Promise<Result>) => {
  const person = people.find((candidate) => candidate.email === email) ?? { email, password: "", address: "" };
  const [, , organisation = ""] = person.address.split("/");
  return signedInAs(person, async (token) => work(await tenantBy(token, organisation, project)));
};
const ask = (email: string, question: string) => inProject(email, "production", async (scope) => (await openVault(scope)).chat({ question }));

const AMELIA = "amelia.hart@northwind.example";
const INGRID = "ingrid.sommer@fabrikam.example";

describe("the demo", () => {
  it("has the people of three customers, each with a password of their own in a file that nobody else can read", () => {
    expect(people).toHaveLength(CUSTOMERS.flatMap((customer) => customer.people).length);
    expect(new Set(people.map(({ password }) => password)).size).toBe(people.length);
    expect(people.every(({ password, address }) => password.length >= 16 && /^\/(t\/.+|operator$)/.test(address))).toBe(true);
    expect(statSync(join(dataDir, "demo-people.json")).mode & 0o777).toBe(0o600);
  });

  it("goes on where an earlier start stopped, and doubles nothing", async () => {
    expect(interrupted).toEqual(people);
    expect(said).toContain("  Not everything is ready yet; the next start goes on with it.");
    expect(said.filter((line) => line.endsWith(" 13 documents uploaded."))).toEqual(["  Northwind People: 13 documents uploaded."]);
    const names = await inProject(AMELIA, "production", async (scope) => (await allDocuments(await openVault(scope))).map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  it("is not made again once it is finished", async () => {
    const before = said.length;
    expect(await seed(impatient)).toEqual(people);
    expect(said).toHaveLength(before);
  });

  it("answers the same question differently for each customer, from their own documents", async () => {
    const question = "How many days of vacation do full-time employees have?";
    await inProject(INGRID, "production", atOnce.pause);
    const [northwind, fabrikam] = [await ask(AMELIA, question), await ask(INGRID, question)];
    expect(northwind.answer).toContain("28 days");
    expect(northwind.citations.map(({ documentName }) => documentName)).toContain("people/vacation-policy.pdf");
    expect(fabrikam.answer).toContain("25 days");
    expect(fabrikam.citations.map(({ documentName }) => documentName)).toContain("team/vacation-and-absence.md");
  });

  it("has every document read, the longest of them over forty pages", async () => {
    const documents = await inProject(AMELIA, "production", async (scope) => allDocuments(await openVault(scope)));
    expect(documents.filter(({ status }) => status !== "ready")).toEqual([]);
    expect(documents.find(({ name }) => name === "people/employee-handbook.pdf")?.pageCount).toBeGreaterThan(40);
  });

  it("has asking switched on for one customer by passed and signed questions, and not for the other", async () => {
    const states = await Promise.all([inProject(AMELIA, "production", askingState), inProject(INGRID, "production", askingState)]);
    expect(states.map(({ enabled, gate }) => [enabled, gate.open])).toEqual([[true, true], [false, false]]);
    const questions = await inProject(AMELIA, "production", listGoldenQuestions);
    expect(questions.map(({ latest }) => latest?.passed)).toEqual(questions.map(() => true));
  });

  it("makes one person the operator", async () => {
    const operators = await Promise.all(people.map((person) => signedInAs(person, async (token) => (await signedInBy(token))?.operator)));
    expect(people.filter((_, index) => operators[index] === true).map(({ address }) => address)).toEqual(["/operator"]);
  });
});
