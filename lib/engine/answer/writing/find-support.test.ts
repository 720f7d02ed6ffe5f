import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { textOf } from "@/lib/engine/answer/quote";
import { type Evidence, evidenceIn } from "@/lib/engine/answer/writing/evidence";
import { findSupport } from "@/lib/engine/answer/writing/find-support";
import { closeEngineDatabase } from "@/lib/engine/database";
import { addSample, createSampleProject } from "@/lib/engine/search/testing/project-of";
import { retrieve } from "@/lib/engine/search/retrieve";

const POLICY = `# Policies of Lakeside Dental

## Leave

Full-time employees have 28 days of vacation a year. Part-time employees have 14 days of vacation a year. Managers have 35 days. Unused days expire on 31 March of the following year.

## Travel

We allow team members to expense up to $500/month for a coworking space located outside the home. The daily limit for meals is £38. Receipts must be handed in within 30 days after the trip. Business class may not be booked for flights under six hours.

## Not reimbursed

- Parking tickets
- Minibar

## Devices

Laptops are replaced after four years. Requests go to Helena Brandt in the IT team at it@lakeside.example.
`;

let evidence: Evidence[];
beforeAll(async () => {
  const scope = await createSampleProject();
  await addSample(scope, { name: "policies.md", bytes: Buffer.from(POLICY) });
  evidence = evidenceIn((await retrieve(scope, "What do the policies say about leave, travel and devices?")).ranked);
});
afterAll(closeEngineDatabase);

const support = async (sentence: string) => (await findSupport(sentence, evidence, evidence)).map(textOf);

describe("supports", () => {
  it.each([
    ["Full-time staff get 28 days of vacation each year.", "28 days"],
    ["Full-time employees get 28 vacation days per year, and part-time employees get 14.", "14 days"],
    ["You can expense up to $500 a month for a coworking space outside your home.", "$500/month"],
    ["The limit for meals is £38 a day.", "£38"],
    ["Receipts must be handed in within thirty days after a trip.", "30 days"],
    ["Business class may not be booked for flights under six hours.", "Business class"],
    ["Laptops are replaced after 4 years.", "four years"],
    ["Unused vacation days expire on 31 March of the following year.", "31 March"],
    ["Requests for devices go to Helena Brandt in the IT team.", "Helena Brandt"],
    ["Requests go to it@lakeside.example.", "it@lakeside.example"],
  ])("%s", async (sentence, quoted) => {
    expect((await support(sentence)).join("\n")).toContain(quoted);
  });
});

describe("does not support", () => {
  it.each([
    "Part-time employees have 28 days of vacation a year.",
    "Full-time employees get 14 vacation days per year, and part-time employees get 28.",
    "Managers have 28 days of vacation a year.",
    "Full-time employees have 29 days of vacation a year.",
    "Unused days never expire.",
    "Unused days expire on 31 May of the following year.",
    "The daily limit for meals is $38.",
    "You can expense more than $500 a month for a coworking space outside your home.",
    "Receipts must be handed in before 30 days after the trip.",
    "Business class may be booked for flights under six hours.",
    "Business class may not be booked for flights over six hours.",
    "Parking tickets are reimbursed.",
    "Requests go to Martin Brandt in the IT team.",
    "Requests go to it@attacker.example.",
    "Lakeside Dental was founded in Boston.",
    "Yes.",
    "",
  ])("%s", async (sentence) => {
    expect(await support(sentence)).toEqual([]);
  });
});
