import type { RunningCitadel } from "./citadel-process.ts";

/** A document as the engine lists it, as far as a bench looks. */
export interface Row {
  id: string;
  name: string;
  status: string;
  chunkCount: number;
}

/** Calls the engine's API and reads its JSON; throws an Error with the answer's text when it is no success. */
export async function call<Body>(running: RunningCitadel, key: string, method: string, path: string, body?: string | FormData): Promise<Body> {
  const json: Record<string, string> = typeof body === "string" ? { "content-type": "application/json" } : {};
  const answer = await fetch(running.url + path, { method, headers: { authorization: `Bearer ${key}`, ...json }, ...(body ? { body } : {}) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}

/** A new project's key. */
export async function newProjectKey(running: RunningCitadel, name: string): Promise<string> {
  const manage = <Body>(path: string, body: object) => call<Body>(running, running.managementKey, "POST", path, JSON.stringify(body));
  const project = await manage<{ id: string }>("/v1/projects", { name });
  return (await manage<{ key: string }>(`/v1/projects/${project.id}/keys`, {})).key;
}

/** Uploads a file. */
export async function upload(running: RunningCitadel, key: string, name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<void> {
  const form = new FormData();
  form.append("file", new Blob([bytes]), name);
  await call(running, key, "POST", "/v1/documents", form);
}

/** The project's documents, 200 at most. */
export async function list(running: RunningCitadel, key: string): Promise<Row[]> {
  return (await call<{ data: Row[] }>(running, key, "GET", "/v1/documents?limit=200")).data;
}

/** Looks four times a second whether something has come true; throws an Error after that many seconds. */
export async function until(what: string, seconds: number, done: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    if (await done().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${seconds} s for: ${what}`);
}

/** An archive's catalogue in Markdown, about a dozen chunks long. */
export function archive(index: number): string {
  const sections = Array.from({ length: 12 }, (_, section) => {
    const sentence = `Shelf ${index}-${section} of the archive holds box ${index * 31 + section * 7} and is checked by keeper ${section}. `;
    return `## Shelf ${index}-${section}\n\n${sentence.repeat(6)}\n`;
  });
  return `# Archive ${index}\n\n${sections.join("\n")}`;
}
