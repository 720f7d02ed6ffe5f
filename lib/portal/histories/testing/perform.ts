import { expect } from "vitest";

import type { EngineClient, UploadFile } from "@/lib/engine/client";
import { openArchive } from "@/lib/platform/archive/open-archive";
import { exportProject } from "@/lib/portal/histories/testing/exported";
import { look } from "@/lib/portal/histories/testing/look";
import { type Doing, TEXTS } from "@/lib/portal/histories/testing/operation";
import { letGo, takeIn, type TenantUnderTest } from "@/lib/portal/histories/testing/tenant-under-test";
import { stateOf } from "@/lib/portal/histories/testing/tenant-model";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { rotateKey } from "@/lib/portal/keys/rotate-key";
import { invite } from "@/lib/portal/members/invite";
import type { SignedIn } from "@/lib/portal/scope";
import { newEmail } from "@/lib/portal/testing/new-tenant";

/** What a history needs besides its tenants. */
export interface World {
  guest: SignedIn;
  /** Reads what waits in an engine's project, as the worker would. */
  read(engineProjectId: string): Promise<void>;
  /**
   * The answer to a question by the state of the asker's documents, as it was first given. The same state must be answered alike whatever the other tenant has
   * done in the meantime: an answer is a function of one's own documents.
   */
  answers: Map<string, string>;
  /** The engine as the first tenant's project reaches it; a negative control gives one with a hole. */
  open(own: TenantUnderTest, other: TenantUnderTest): Promise<EngineClient>;
}

/** Does one thing for one tenant, sees that what comes back is what the tenant's own model says, and carries the model on. */
export async function perform(own: TenantUnderTest, other: TenantUnderTest, what: Doing, world: World): Promise<void> {
  const client = await world.open(own, other);
  switch (what.kind) {
    case "upload":
      return put(own, client, what.name, what.text, world);
    case "replace":
      return replace(own, client, what.name, what.text, world);
    case "remove":
      return remove(own, client, what.name);
    case "search":
      return search(own, client, what.question, world);
    case "ask":
      return ask(own, client, what.question, world);
    case "look":
      return look(own, client);
    case "reach across":
      return reachAcross(client, other);
    case "rotate key":
      await rotateKey(own.scope);
      own.model.log.push("key.rotated");
      return;
    case "invite":
      return inviteSomebody(own);
    case "guest comes or goes":
      return comeOrGo(own, world.guest);
    case "save golden":
      await saveGoldenQuestion(own.scope, { question: what.question, expectsRefusal: true });
      own.model.golden.push(what.question);
      own.model.log.push("golden.saved");
      return;
    case "export":
      return exported(own, client);
  }
}

function fileOf(name: string, text: string): UploadFile {
  return { name, body: new Blob([text]).stream() };
}

async function put(own: TenantUnderTest, client: EngineClient, name: string, text: number, { read }: World): Promise<void> {
  const content = TEXTS[text]?.(own.tag) ?? own.tag;
  const before = own.model.documents.get(name);
  const { document, created } = await client.documents.upload(fileOf(name, content));
  // The same bytes are there for this tenant only when this tenant has brought them.
  expect({ created, version: document.version }).toEqual({ created: before?.text !== content, version: before === undefined ? 1 : before.version + (created ? 1 : 0) });
  if (before !== undefined) expect(document.id).toBe(before.id);
  own.model.documents.set(name, { id: document.id, version: document.version, text: content });
  if (created) await read(own.engineProjectId);
}

async function replace(own: TenantUnderTest, client: EngineClient, name: string, text: number, { read }: World): Promise<void> {
  const before = own.model.documents.get(name);
  if (before === undefined) return;
  const content = TEXTS[text]?.(own.tag) ?? own.tag;
  const { id, version } = await client.documents.replace(before.id, fileOf(name, content));
  expect({ id, version }).toEqual({ id: before.id, version: before.version + (before.text === content ? 0 : 1) });
  own.model.documents.set(name, { id, version, text: content });
  if (version > before.version) await read(own.engineProjectId);
}

async function remove(own: TenantUnderTest, client: EngineClient, name: string): Promise<void> {
  const before = own.model.documents.get(name);
  if (before === undefined) return;
  await client.documents.remove(before.id);
  own.model.documents.delete(name);
  await expect(client.documents.get(before.id)).rejects.toMatchObject({ code: "not_found" });
}

async function search(own: TenantUnderTest, client: EngineClient, question: string, world: World): Promise<void> {
  const { results } = await client.search({ query: question, limit: 50 });
  const held = [...own.model.documents.values()];
  for (const { documentId, text } of results) expect(held).toContainEqual(expect.objectContaining({ id: documentId, text: text.trim() }));
  sameAsBefore(own, `search ${question}`, results.map(({ documentName, text, score }) => [documentName, text, score.toFixed(6)]).sort(), world);
}

async function ask(own: TenantUnderTest, client: EngineClient, question: string, world: World): Promise<void> {
  const answer = await client.chat({ question });
  own.model.sessions.push(answer.sessionId);
  const held = new Map([...own.model.documents.values()].map(({ id, text }) => [id, text]));
  for (const { documentId, quote } of [...answer.citations, ...(answer.closest ?? [])]) expect(held.get(documentId)).toContain(quote);
  const { grounding, confidence, citations } = answer;
  sameAsBefore(own, `ask ${question}`, [answer.answer, grounding, confidence.toFixed(6), citations.map(({ documentName, quote, score }) => [documentName, quote, score.toFixed(6)])], world);
}

function sameAsBefore(own: TenantUnderTest, what: string, seen: unknown, { answers }: World): void {
  const key = `${own.tag} ${stateOf(own.model)} ${what}`;
  const first = answers.get(key);
  if (first === undefined) answers.set(key, JSON.stringify(seen));
  else expect(JSON.stringify(seen)).toBe(first);
}

/** Everything of the other tenant that has an id is absent, and asking for it says nothing but that. */
async function reachAcross(client: EngineClient, other: TenantUnderTest): Promise<void> {
  const absent = { code: "not_found", message: await messageOf(client.documents.get("doc_0")) };
  for (const { id } of other.model.documents.values()) {
    const { documents } = client;
    for (const reach of [() => documents.get(id), () => documents.page(id, 1), () => documents.remove(id), () => documents.retry(id), () => documents.replace(id, fileOf("x.md", "Taken."))]) await expect(reach()).rejects.toMatchObject(absent);
    expect((await client.search({ query: "leave", documentIds: [id] }).catch(() => ({ results: [] }))).results).toEqual([]);
  }
  const [sessionId] = other.model.sessions;
  if (sessionId !== undefined) await expect(client.chat({ question: "And then?", sessionId })).rejects.toMatchObject({ code: "not_found" });
}

async function messageOf(tried: Promise<unknown>): Promise<string> {
  return tried.then(
    () => "",
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : ""),
  );
}

async function inviteSomebody(own: TenantUnderTest): Promise<void> {
  const email = newEmail();
  await invite(own.scope, { email, role: "reader" });
  own.model.invited.add(email);
  own.model.log.push("member.invited");
}

async function comeOrGo(own: TenantUnderTest, guest: SignedIn): Promise<void> {
  expect(own.model.hasGuest).toBe(own.model.hasGuest ? await letGo(own.scope, guest) : false);
  if (!own.model.hasGuest) await takeIn(own.scope, guest);
  own.model.log.push(...(own.model.hasGuest ? ["member.removed"] : ["member.invited", "member.joined"]));
  own.model.hasGuest = !own.model.hasGuest;
}

async function exported(own: TenantUnderTest, client: EngineClient): Promise<void> {
  const archive = await openArchive(await exportProject(client));
  const held = await Promise.all(archive.names.filter((name) => /^documents\/[^/]+\//.test(name)).map((name) => archive.text(name)));
  expect(held.sort()).toEqual([...own.model.documents.values()].map(({ text }) => text).sort());
  await archive.close();
}
