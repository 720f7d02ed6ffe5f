import { z } from "zod";

import { ERROR_CODES, type ErrorCode } from "@/lib/platform/errors";
import { appUrl } from "@/lib/platform/env";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

import { addressOf, type Door, doorOf, parametersOf } from "./address";
import type { Names } from "./callers";
import { handlerSchema, loaded } from "./discovered";
import type { Outcome } from "./outcome";

/** What a caller holds. */
export interface Credential {
  session?: string;
  key?: string;
}

/** One call of a door. */
export interface Call {
  key: string;
  file: string;
  credential: Credential;
  names: Names;
  /** As the matrix's row says. */
  send: unknown;
  query: string | undefined;
}

const page = z.custom<(props: object) => Promise<unknown>>((value) => typeof value === "function");
const action = z.custom<(...args: unknown[]) => Promise<unknown>>((value) => typeof value === "function");
const result = z.looseObject({ ok: z.boolean(), error: z.looseObject({ code: z.custom<ErrorCode>((code) => typeof code === "string" && code in ERROR_CODES) }).optional() });
const signal = z.object({ digest: z.string() });

/** Carries a call out in this process, with the request's cookies played (vi.mock in the test file). */
export async function carriedOut({ key, file, credential, names, send, query }: Call): Promise<Outcome> {
  const door = doorOf(key);
  // A key is offered as a session's cookie as well: the portal must not take it for one.
  requestCookie.token = credential.session ?? credential.key;
  const module = await loaded(file);
  if (door.kind === "PAGE") return ofPage(module, door, names);
  if (door.kind === "ACTION") return ofAction(action.parse(module[door.action ?? ""]), z.array(z.unknown()).parse(send));
  return ofResponse(await handlerSchema.parse(module[door.kind])(requestFor(door, credential, names, { send, query })));
}

function requestFor(door: Door, { session, key }: Credential, names: Names, { send, query }: Pick<Call, "send" | "query">): Request {
  const credential = key ?? session;
  // Naming a project in a header must do nothing.
  const headers = new Headers({ "sec-fetch-site": "same-origin", "x-project-id": names.engineProject, "idempotency-key": `knock ${names.token}`, ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }) });
  const body = send === "file" ? upload() : send === undefined ? null : JSON.stringify(send);
  if (typeof body === "string") headers.set("content-type", "application/json");
  return new Request(`${appUrl()}${addressOf(door, names)}${query ?? ""}`, { method: door.kind, headers, body });
}

function upload(): FormData {
  const data = new FormData();
  data.append("file", new Blob(["# Kingfishers\n\nA kingfisher dives."]), "kingfishers.md");
  return data;
}

const PASSING_HEADERS = ["x-request-id", "date", "ratelimit-remaining", "ratelimit-reset"];

async function ofResponse(response: Response): Promise<Outcome> {
  const headers = [...response.headers].filter(([name]) => !PASSING_HEADERS.includes(name)).sort();
  const body = (await response.text()).replaceAll(/req_[0-9a-z]+/g, "req_");
  return { status: response.status, location: response.headers.get("location"), told: JSON.stringify({ headers, body }) };
}

/** A page with its title: Next's signals for "not found" and redirects, or what is drawn. */
async function ofPage(module: Record<string, unknown>, door: Door, names: Names): Promise<Outcome> {
  const props = () => ({ params: Promise.resolve(parametersOf(door, names)), searchParams: Promise.resolve({}) });
  const title = module.generateMetadata === undefined ? undefined : await drawn(page.parse(module.generateMetadata), props());
  const body = await drawn(page.parse(module.default), props());
  // The title must not say what the page does not.
  return title === undefined || title.status === body.status ? body : { ...body, told: `${body.told}, but its title ${title.told}` };
}

async function drawn(draw: z.output<typeof page>, props: object): Promise<Outcome> {
  try {
    await draw(props);
    return { status: 200, location: null, told: "drawn" };
  } catch (thrown) {
    const { digest } = signal.parse(thrown);
    const [kind, , to = ""] = digest.split(";");
    if (kind === "NEXT_REDIRECT") return { status: 307, location: to, told: digest };
    return { status: digest === "NEXT_HTTP_ERROR_FALLBACK;404" ? 404 : 500, location: null, told: digest };
  }
}

async function ofAction(act: z.output<typeof action>, given: unknown[]): Promise<Outcome> {
  const answer = result.parse(await act(...given));
  const status = answer.ok ? 200 : ERROR_CODES[answer.error?.code ?? "internal"].status;
  return { status, location: null, told: JSON.stringify(answer) };
}
