import { createHash, randomBytes } from "node:crypto";

import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";

import type { Caller, Names } from "../../lib/launch/matrix/callers";
import type { E2eServer } from "../servers/servers";
import { withDatabaseOf } from "./database";
import { customersOf, sessionsOf } from "./people";

/** Who knocks with what, at whose doors, and what must not be told to those outside. */
export interface HttpCast {
  sessions: Partial<Record<Caller, string>>;
  keys: Partial<Record<Caller, string>>;
  names: Names;
  home: Pick<Names, "org" | "project">;
  marks: readonly string[];
}

const document = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });
const page = z.object({ text: z.string().min(20) });
const issued = z.object({ id: z.string(), key: z.string() });
const created = z.object({ id: z.string() });
const answered = z.looseObject({ sessionId: z.string(), messageId: z.string() });
const deleted = z.object({ deletion: z.object({ id: z.string() }) });

/** Puts everyone in place on a running server with the demo. */
export async function castOf(server: E2eServer, request: APIRequestContext): Promise<HttpCast> {
  const { owner, reader, foreign } = customersOf(server);
  const call = async (method: string, path: string, key: string, data?: object) => (await request.fetch(path, { method, headers: { authorization: `Bearer ${key}` }, ...(data === undefined ? {} : { data }) })).json();
  const manage = (method: string, path: string, data?: object) => call(method, path, server.managementKey, data);
  const newKey = async (project: string) => issued.parse(await manage("POST", `/v1/projects/${project}/keys`, {}));
  const newProject = async () => created.parse(await manage("POST", "/v1/projects", { name: "matrix" })).id;

  const place = addressOf(owner.address);
  const kept = await withDatabaseOf(server, (client) => keptNames(client, place));
  const own = await newKey(kept.engineProject);
  const revoked = await newKey(kept.engineProject);
  await request.fetch(`/v1/projects/${kept.engineProject}/keys/${revoked.id}`, { method: "DELETE", headers: { authorization: `Bearer ${server.managementKey}` } });
  // One of the demo's own: other tests of the run leave short files behind.
  const [first] = document.parse(await call("GET", "/v1/documents?status=ready&limit=1&name=vacation-policy", own.key)).data;
  const id = first?.id ?? "";
  const { text } = page.parse(await call("GET", `/v1/documents/${id}/pages/1`, own.key));
  const session = await withDatabaseOf(server, async (client) => keepConversation(client, kept, await call("POST", "/v1/chat", own.key, { question: "How many days of vacation do full-time employees have?" })));
  const { deletion } = deleted.parse(await manage("DELETE", `/v1/projects/${await newProject()}`));
  return {
    sessions: { ...(await sessionsOf(server)) },
    keys: { foreignKey: (await newKey(await newProject())).key, revokedKey: revoked.key, managementKey: server.managementKey, operatorToken: server.operatorToken, ownKey: own.key },
    names: { ...kept, ...place, session, document: id, spareDocument: id, key: own.id, deletion: deletion.id },
    home: addressOf(foreign.address),
    marks: [owner.email, reader.email, kept.organisationName, firstLineOf(text)],
  };
}

/** A line of the text that is long enough to stand nowhere else. */
function firstLineOf(text: string): string {
  const line = text.split("\n").find((candidate) => /[a-z ]{25}/.test(candidate)) ?? text;
  return (/[a-z ]{25,}/.exec(line) ?? [line])[0].trim();
}

function addressOf(address: string): Pick<Names, "org" | "project"> {
  const [, , org = "", project = ""] = address.split("/");
  return { org, project };
}

/** Keeps an answer as if a person of the project had been given it; the name of its conversation. */
async function keepConversation(client: Client, { organisationId, projectId }: Pick<Names, "organisationId" | "projectId">, answer: unknown): Promise<string> {
  const { sessionId, messageId } = answered.parse(answer);
  await client.query(
    "INSERT INTO portal.conversation_message (organisation_id, id, project_id, session_id, question, answer, grounding, took_ms) VALUES ($1, $2, $3, $4, 'How many days?', $5, 'answered', 1)",
    [organisationId, messageId, projectId, sessionId, JSON.stringify(answer)],
  );
  return sessionId;
}

interface Client {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

const kept = z.object({ organisation_id: z.string(), organisation_name: z.string(), project_id: z.string(), engine_project_id: z.string() });

/** What only the database knows: the engine's project, a run, an open invitation. */
async function keptNames(client: Client, { org, project }: Pick<Names, "org" | "project">) {
  const found = await client.query(
    "SELECT o.id AS organisation_id, o.name AS organisation_name, p.id AS project_id, p.engine_project_id FROM portal.organisation o JOIN portal.project p ON p.organisation_id = o.id WHERE o.slug = $1 AND p.slug = $2",
    [org, project],
  );
  const row = kept.parse(found.rows[0]);
  const token = randomBytes(32).toString("base64url");
  await client.query(
    "INSERT INTO portal.invitation (organisation_id, id, email, role, token_hash, expires_at) VALUES ($1, $2, 'invited@elsewhere.example', 'reader', $3, now() + interval '1 hour')",
    [row.organisation_id, `inv_${randomBytes(8).toString("hex")}`, createHash("sha256").update(token).digest()],
  );
  await client.query(
    "INSERT INTO portal.golden_run (organisation_id, project_id, id, number, trigger, status, started_name) SELECT $1, $2, $3, coalesce(max(number), 0) + 1, 'hand', 'cancelled', 'Somebody' FROM portal.golden_run WHERE project_id = $2",
    [row.organisation_id, row.project_id, `run_${randomBytes(8).toString("hex")}`],
  );
  const runs = await client.query("SELECT id, number FROM portal.golden_run WHERE project_id = $1 ORDER BY number DESC LIMIT 1", [row.project_id]);
  const run = z.object({ id: z.string(), number: z.number() }).parse(runs.rows[0]);
  const unused = { question: "gld_none", verdict: "run_none", membership: "mem_none", invitation: "inv_none" };
  return {
    ...unused,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    projectId: row.project_id,
    engineProject: row.engine_project_id,
    run: String(run.number),
    runId: run.id,
    token,
  };
}
