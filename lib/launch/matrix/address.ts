import type { Names } from "./callers";

/** The three kinds of doors, as the matrix's keys begin: `GET /v1/search`, `PAGE /operator`, `ACTION /t/{org}/members#inviteMember`. */
export interface Door {
  kind: string;
  /** With its `{parameters}`. */
  path: string;
  /** The function of a server action. */
  action: string | undefined;
}

/** Takes a key of the matrix apart. */
export function doorOf(key: string): Door {
  const [kind = "", rest = ""] = key.split(" ");
  const [path = "", action] = rest.split("#");
  return { kind, path, action };
}

/** The values of a door's path parameters. */
export function parametersOf({ kind, path }: Door, names: Names): Record<string, string> {
  const values: Record<string, string> = {
    org: names.org,
    project: names.project,
    id: idOf(kind, path, names),
    keyId: names.key,
    page: "1",
    run: names.run,
    session: names.session,
    token: names.token,
    folder: "cmaps",
    file: "78-H.bcmap",
    "...rest": "nothing/here",
    "...nextauth": kind === "GET" ? "session" : "callback/credentials",
  };
  return Object.fromEntries([...path.matchAll(/\{\[?([\w.]+)\]?\}/g)].map(([, name = ""]) => [name, values[name] ?? ""]));
}

function idOf(kind: string, path: string, names: Names): string {
  if (path.startsWith("/v1/projects")) return names.engineProject;
  if (path.startsWith("/v1/deletions")) return names.deletion;
  if (path.startsWith("/api/v1/customers")) return names.organisationId;
  return kind === "DELETE" && path.startsWith("/v1") ? names.spareDocument : names.document;
}

/** A door's address. */
export function addressOf(door: Door, names: Names): string {
  const values = parametersOf(door, names);
  return door.path.replaceAll(/\{\[?([\w.]+)\]?\}/g, (_, name: string) => (values[name] ?? "").split("/").map(encodeURIComponent).join("/"));
}
