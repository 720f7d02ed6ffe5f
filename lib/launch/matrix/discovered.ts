import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { z } from "zod";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const SOURCES = ["app", "components", "lib"];
const DIRECTIVE = /^[^\n]*["']use server["'];?[^\n]*$/gm;

/** A door that is there: the matrix's key for it, and the module that answers. */
export interface DiscoveredDoor {
  key: string;
  file: string;
}

/** A handler of a route file, as Next calls it. */
export const handlerSchema = z.custom<(request: Request) => Promise<Response>>((value) => typeof value === "function");

/** Loads a module of the product by its path from the project's folder. */
export async function loaded(file: string): Promise<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse({ ...(await import(pathToFileURL(join(process.cwd(), file)).href)) });
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));

/** `app/t/[org]/(organisation)/members/page.tsx` → `/t/{org}/members`. */
function pathOf(file: string): string {
  const folders = file.split("/").slice(1, -1).filter((folder) => !/^\(.*\)$/.test(folder));
  return `/${folders.map((folder) => folder.replace(/^\[(.*)\]$/, "{$1}")).join("/")}`;
}

/** Every page, every method that a route file answers, and every server action. */
export async function discoveredDoors(): Promise<DiscoveredDoor[]> {
  const pages = filesIn("app").filter((file) => /\/page\.(tsx?|jsx?)$|^app\/page\.tsx?$/.test(file));
  return [...pages.map((file) => ({ key: `PAGE ${pathOf(file)}`, file })), ...(await routes()), ...(await actions())];
}

async function routes(): Promise<DiscoveredDoor[]> {
  const found: DiscoveredDoor[] = [];
  for (const file of filesIn("app").filter((name) => /\/route\.(ts|js)x?$/.test(name))) {
    const module = await loaded(file);
    for (const method of METHODS) {
      const handler = handlerSchema.safeParse(module[method]);
      if (handler.success && (await isAnswered(handler.data, method))) found.push({ key: `${method} ${pathOf(file)}`, file });
    }
  }
  return found;
}

/** A route file exports every method; those behind which there is nothing say so. */
async function isAnswered(handler: z.output<typeof handlerSchema>, method: string): Promise<boolean> {
  try {
    return (await handler(new Request("http://host/", { method }))).status !== 405;
  } catch {
    return true;
  }
}

async function actions(): Promise<DiscoveredDoor[]> {
  const found: DiscoveredDoor[] = [];
  for (const file of serverFiles()) {
    for (const [name, value] of Object.entries(await loaded(file))) if (typeof value === "function") found.push({ key: `ACTION ${pathOf(file)}#${name}`, file });
  }
  return found;
}

function sourceFiles(): string[] {
  return SOURCES.flatMap(filesIn).filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/") && !file.startsWith("lib/launch/"));
}

const isServerFile = (text: string) => /^\s*["']use server["'];/.test(text);

/** The files whose exports anyone can call as server actions. */
function serverFiles(): string[] {
  return sourceFiles().filter((file) => isServerFile(readFileSync(file, "utf8")));
}

/** Places where a server action stands in the middle of a file, which the walk could not see. There must be none. */
export function hiddenActions(): string[] {
  return sourceFiles().filter((file) => {
    const text = readFileSync(file, "utf8");
    const statements = (text.match(DIRECTIVE) ?? []).filter((line) => /^\s*["']use server["'];?\s*$|[{;]\s*["']use server["']/.test(line));
    return statements.length > (isServerFile(text) ? 1 : 0);
  });
}

/** Files by which Next answers requests without a page or a route: pictures, maps and lists that are made by code. There must be none without a row. */
export function unusualDoors(): string[] {
  return filesIn("app").filter((file) => /\/(opengraph-image|twitter-image|icon\d*|apple-icon\d*|sitemap|robots|manifest|default)\.(tsx?|jsx?)$/.test(file));
}
