import { readFileSync } from "node:fs";

import { z } from "zod";

/** Where the started servers are written down for the tests. */
export const SERVERS_FILE = "test-results/servers.json";

const person = z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string(), address: z.string() });
const server = z.object({ url: z.string(), dataDir: z.string(), managementKey: z.string(), operatorToken: z.string(), people: z.array(person) });
const servers = z.object({ "in-process": server, "over-http": server });

/** How the portal under test reaches its engine. */
export type Door = keyof z.output<typeof servers>;

/** A running server with the people of its demo. */
export type E2eServer = z.output<typeof server>;

/** A person of the demo. */
export type E2ePerson = z.output<typeof person>;

/** The server of a door. */
export function serverOf(door: Door): E2eServer {
  return servers.parse(JSON.parse(readFileSync(SERVERS_FILE, "utf8")))[door];
}

/** The demo's person with that role in the organisation whose address begins with `within`. */
export function personOf({ people }: E2eServer, within: string, role: string): E2ePerson {
  const found = people.find((candidate) => candidate.address.startsWith(within) && candidate.role.toLowerCase().includes(role));
  if (found === undefined) throw new Error(`The demo has no ${role} within ${within}.`);
  return found;
}
