import { randomUUID } from "node:crypto";

import { encode } from "next-auth/jwt";
import type pg from "pg";

import { type E2ePerson, type E2eServer, personOf } from "../servers/servers";
import { secretOf, withDatabaseOf } from "./database";

/** The sessions of the matrix, as a browser would hold them: by the caller's name. */
export interface Sessions {
  stranger: string;
  operator: string;
  foreignAdmin: string;
  foreignAdminAtHome: string;
  reader: string;
  removedMember: string;
  expiredSession: string;
  signedOut: string;
  owner: string;
}

/** The two customers of the demo: at whose doors everyone knocks, and the other one. */
export function customersOf(server: E2eServer): { owner: E2ePerson; reader: E2ePerson; foreign: E2ePerson } {
  return { owner: personOf(server, "/t/northwind", "owner"), reader: personOf(server, "/t/northwind", "reader"), foreign: personOf(server, "/t/fabrikam", "owner") };
}

/** Opens a session for each caller who has one. */
export async function sessionsOf(server: E2eServer): Promise<Sessions> {
  const { owner, reader, foreign } = customersOf(server);
  return withDatabaseOf(server, async (client) => {
    const open = async (personId: string, end: { expired?: true; revoked?: true } = {}) => tokenOf(server, await newSession(client, personId, end));
    const of = async ({ email }: E2ePerson) => idOf(client, email);
    const foreignToken = await open(await of(foreign));
    return {
      stranger: await open(await newPerson(client)),
      operator: await open(await newPerson(client, true)),
      foreignAdmin: foreignToken,
      foreignAdminAtHome: foreignToken,
      reader: await open(await of(reader)),
      removedMember: await open(await removedMember(client, await of(owner))),
      expiredSession: await open(await of(owner), { expired: true }),
      signedOut: await open(await of(owner), { revoked: true }),
      owner: await open(await of(owner)),
    };
  });
}

const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 25)}`;

async function idOf(client: pg.Client, email: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM portal.person WHERE email = $1", [email]);
  return rows[0]?.id ?? "";
}

async function newPerson(client: pg.Client, operator = false): Promise<string> {
  const id = newId("per");
  await client.query("INSERT INTO portal.person (id, email, name, operator) VALUES ($1, $2, 'Somebody', $3)", [id, `${id}@elsewhere.example`, operator]);
  return id;
}

/** Somebody who was a member of the owner's organisation until now. */
async function removedMember(client: pg.Client, ownerId: string): Promise<string> {
  const id = await newPerson(client);
  await client.query("INSERT INTO portal.membership (organisation_id, id, person_id, role) SELECT organisation_id, $1, $2, 'admin' FROM portal.membership WHERE person_id = $3", [newId("mem"), id, ownerId]);
  await client.query("DELETE FROM portal.membership WHERE person_id = $1", [id]);
  return id;
}

async function newSession(client: pg.Client, personId: string, { expired, revoked }: { expired?: true; revoked?: true }): Promise<string> {
  const id = newId("sgn");
  const expires = `now() + interval '${expired === true ? "-1 minute" : "1 hour"}'`;
  await client.query(`INSERT INTO portal.session (id, person_id, expires_at, revoked_at) VALUES ($1, $2, ${expires}, ${revoked === true ? "now()" : "NULL"})`, [id, personId]);
  return id;
}

function tokenOf(server: E2eServer, sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: secretOf(server, "AUTH_SECRET"), maxAge: 60 * 60 });
}
