import { hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";

import type { E2eServer } from "../servers/servers";

const PORT_LINE = 3;

/** A secret that the server keeps under its data folder. */
export function secretOf({ dataDir }: E2eServer, name: "MASTER_KEY" | "AUTH_SECRET"): string {
  return readFileSync(join(dataDir, "secrets", name), "utf8").trim();
}

/** Works on the server's own embedded database as its owner, for people and sessions that no page makes: expired, signed out, member of nothing. */
export async function withDatabaseOf<Result>(server: E2eServer, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const port = Number(readFileSync(join(server.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[PORT_LINE]);
  const password = Buffer.from(hkdfSync("sha256", Buffer.from(secretOf(server, "MASTER_KEY"), "base64"), "", "citadel 1 owner of the embedded database", 32));
  const client = new pg.Client({ host: "127.0.0.1", port, database: "citadel", user: "citadel_owner", password: password.toString("base64url") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
