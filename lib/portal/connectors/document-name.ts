import "server-only";

import { createHash } from "node:crypto";

/** The longest name that is made of an address. */
const MAX_NAME = 300;

/** The name of a page's document: its host and path as folders, readable, and the same for the same address. `ending` is added when the path has none. */
export function nameOfPage(address: string, ending: string): string {
  const { host, pathname, searchParams } = new URL(address);
  const path = decoded(pathname).replace(/\/$/, "/index");
  const parameters = [...searchParams].map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join(", ");
  const folders = `${host}${path}`.split("/").filter((part) => part.replace(/\./g, "").trim() !== "").join("/");
  const [stem, own] = ending === "" ? split(folders) : [folders, `.${ending}`];
  return bounded(parameters === "" ? stem : `${stem} (${parameters.replaceAll("/", "∕")})`, own, address);
}

/** The name of a bucket's object: the bucket and its key. */
export function nameOfObject(bucket: string, key: string): string {
  const [stem, ending] = split(`${bucket}/${key}`);
  return bounded(stem, ending, `${bucket}/${key}`);
}

/** The same name with a mark of its address, for when another document has it already. */
export function markedName(name: string, address: string): string {
  const [stem, ending] = split(name);
  return `${stem} ~${digestOf(address)}${ending}`;
}

function bounded(stem: string, ending: string, address: string): string {
  return stem.length + ending.length <= MAX_NAME ? stem + ending : `${stem.slice(0, MAX_NAME - ending.length - 10).trimEnd()} ~${digestOf(address)}${ending}`;
}

function split(name: string): [string, string] {
  const ending = /(?<=[^/])\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
  return [ending === "" ? name : name.slice(0, -ending.length), ending];
}

function digestOf(address: string): string {
  return createHash("sha256").update(address).digest("hex").slice(0, 8);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
