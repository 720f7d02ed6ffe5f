import { join } from "node:path";

import { say } from "@/lib/launch/say";
import type { SecretName, Secrets } from "@/lib/launch/secrets";
import type { DemoPerson } from "@/prisma/seed/people-file";

/** What a person at the terminal should know once everything runs. */
export interface Announcement {
  url: string;
  dataDir: string;
  secrets: Secrets;
  /** Made just now. */
  made: readonly SecretName[];
  /** The first operator, if made just now. */
  operator: readonly DemoPerson[];
  /** The people of the demo. */
  demo: readonly DemoPerson[];
}

const SHOWN_ONCE: readonly SecretName[] = ["MANAGEMENT_KEY", "OPERATOR_TOKEN"];

/** Prints the address, what was made just now once, and how to sign in as each person of the demo. */
export function announce({ url, dataDir, secrets, made, operator, demo }: Announcement): void {
  say(`\nCitadel runs at ${url}\n`);
  const shown = SHOWN_ONCE.filter((name) => made.includes(name));
  if (shown.length > 0) {
    say(`Made just now, shown this once, kept in ${join(dataDir, "secrets")}:`);
    for (const name of shown) say(`  ${name}=${secrets[name]}`);
    say("");
  }
  introduce(url, operator, `The password is shown this once, and kept in ${join(dataDir, "secrets", "OPERATOR_PASSWORD")}.`);
  introduce(url, demo, `Kept in ${join(dataDir, "demo-people.json")}.`);
}

function introduce(url: string, people: readonly DemoPerson[], note: string): void {
  if (people.length === 0) return;
  say("Sign in as:");
  for (const { name, email, password, role, address } of people) say(`  ${email}  ${password}\n      ${name}, ${role}: ${url}${address}`);
  say(`  ${note}\n`);
}
