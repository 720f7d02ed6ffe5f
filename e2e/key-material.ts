import type { Page, Response } from "@playwright/test";

/** What a whole key looks like: project keys, management keys, operator tokens. The openings that lists show are shorter; what stands within another random text is none. */
const WHOLE_KEY = /(?<![\w-])(?:sk_(?:live|test)|mk|op)_[\w-]{24,}/g;
/** A character as JSON writes it, whose last letter is not one of the text. */
const ESCAPED = /\\(?:u[\da-f]{4}|[nrtbf"\\/])/gi;

/** Bodies that people and programs read as text. */
const TEXT = /^(?:text\/|application\/(?:json|problem\+json|x-ndjson|javascript))/;

/** The keys in a text, shortened so that no report holds one. */
export function keysIn(text: string): string[] {
  return [...new Set(text.replace(ESCAPED, " ").match(WHOLE_KEY))].map((key) => `${key.slice(0, 10)}…`);
}

/** The one place where a key is shown, once: the answer to the form that issues it. */
function showsAKeyByDesign(response: Response): boolean {
  const { pathname } = new URL(response.url());
  return response.request().method() === "POST" && /^\/t\/[^/]+\/[^/]+\/keys$/.test(pathname);
}

/** Looks for keys in everything that a page is sent, headers as well. Returns what must be awaited before the findings are complete. */
export function watchForKeys(page: Page, complaints: string[]): () => Promise<void> {
  const looks: Promise<void>[] = [];
  page.on("response", (response) => looks.push(look(response, complaints)));
  return async () => void (await Promise.all(looks));
}

async function look(response: Response, complaints: string[]): Promise<void> {
  if (showsAKeyByDesign(response)) return;
  const headers = response.headers();
  // What the page has left before it was there, and redirects, have no body.
  const body = TEXT.test(headers["content-type"] ?? "") ? await response.text().catch(() => "") : "";
  const found = keysIn(`${JSON.stringify(headers)}\n${body}`);
  if (found.length > 0) complaints.push(`a key in the answer to ${response.request().method()} ${response.url()}: ${found.join(", ")}`);
}
