import type { APIRequestContext, APIResponse } from "@playwright/test";

import { addressOf, doorOf } from "../../lib/launch/matrix/address";
import type { Caller, Names } from "../../lib/launch/matrix/callers";
import type { Outcome } from "../../lib/launch/matrix/outcome";
import { keysIn } from "../key-material";
import type { HttpCast } from "./cast";

/** How a page can be asked for: as a document, as what React needs of it for a click on a link, and as what it needs in advance. */
const WAYS = {
  document: {},
  payload: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
} as const;

/** One of {@link WAYS}. */
export type Way = keyof typeof WAYS;

/** All of them. */
export const WAYS_TO_A_PAGE: readonly Way[] = ["document", "payload", "prefetch"];

/** One call of a door over HTTP. */
export interface HttpCall {
  key: string;
  caller: Caller;
  names: Names;
  query: string | undefined;
  way: Way;
}

/** Knocks at a door of the running server and follows nothing. */
export async function knock(request: APIRequestContext, { sessions, keys }: HttpCast, { key, caller, names, query, way }: HttpCall): Promise<Outcome> {
  const door = doorOf(key);
  const session = sessions[caller];
  const credential = keys[caller];
  // Always a cookie of its own: the request context would send on what the server has set for another caller. A key is offered as one, too.
  const headers: Record<string, string> = { ...WAYS[way], "x-project-id": names.engineProject, cookie: `citadel-session=${session ?? credential ?? ""}` };
  if (credential !== undefined) headers.authorization = `Bearer ${credential}`;
  const method = door.kind === "PAGE" ? "GET" : door.kind;
  const send = (address: string) => request.fetch(address, { method, headers, maxRedirects: 0 });
  const first = await send(`${addressOf(door, names)}${query ?? ""}`);
  // Next wants its mark in the address of a payload, and says which.
  const marked = first.headers().location;
  const response = way !== "document" && marked?.includes("_rsc") === true ? await send(marked) : first;
  const text = await response.text();
  const found = keysIn(`${JSON.stringify(response.headers())}\n${text}`);
  if (found.length > 0) throw new Error(`A key in the answer to ${key} for ${caller}: ${found.join(", ")}.`);
  return { status: response.status(), location: locationOf(response, text), told: comparable(response, text, names) };
}

/** A page that had begun when it redirected says so in its body. */
function locationOf(response: APIResponse, text: string): string | null {
  const header = response.headers().location;
  if (header !== undefined) return header;
  const late = /NEXT_REDIRECT;\w+;([^;"]+);/.exec(text)?.[1] ?? /http-equiv="refresh" content="\d+;\s*url=([^"]+)"/i.exec(text)?.[1];
  return late ?? null;
}

/** What was told, without what is the caller's own wording, nonces and the order in which parts arrived. */
function comparable(response: APIResponse, text: string, names: Names): string {
  const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
  const own = [names.org, names.project, names.document, names.session, ...(/^\d+$/.test(names.run) ? [] : [names.run]), ...(nonce === undefined ? [] : [nonce])];
  // A run's number would be found in everything: in a payload it is known by standing as a part of the address.
  const asked = text.replaceAll(`"k":"${names.run}"`, '"k":"…"');
  const plain = own.reduce((rest, name) => rest.replaceAll(name, "…"), asked).replaceAll(/req_[0-9a-z]+/g, "req_");
  const type = response.headers()["content-type"] ?? "";
  const body = type.startsWith("text/html") ? plain.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "") : type.startsWith("text/x-component") ? payloadOf(plain) : plain;
  return `${response.status()} ${type}\n${body}`;
}

/** The parts of a payload without their numbers and what Next draws by lot for each of them (nonces, keys of its boundaries), in an order of their own. */
function payloadOf(text: string): string {
  const parts = text.split("\n").map((part) =>
    part
      .replace(/^[0-9a-f]+:/, "")
      .replaceAll(/"\$[A-Z@]?[0-9a-f]+"/g, '"$"')
      .replaceAll(/"nonce":"[^"]*"/g, '"nonce":""')
      .replaceAll(/"[\w-]{20,24}"(?=,\{)/g, '"key"'),
  );
  return [...new Set(parts)].sort().join("\n");
}
