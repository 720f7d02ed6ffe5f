import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";

import { z } from "zod";

const BIRDS = ["Kestrel", "Heron", "Lapwing", "Dunlin", "Merlin", "Plover", "Siskin", "Twite", "Wheatear", "Dipper", "Godwit", "Whimbrel", "Redwing", "Fieldfare", "Nuthatch"];
const TOOLS = ["pump", "lathe", "kiln", "winch"];
/** One page a machine, and the first page. */
export const SITE_PAGES = BIRDS.length * TOOLS.length;

/** A running website of {@link SITE_PAGES} pages. */
export interface HandbookSite {
  /** The address of its sitemap. */
  sitemap: string;
  /** The paths that were asked for. */
  asked: string[];
  close: () => void;
}

const MACHINES = BIRDS.flatMap((bird, row) => TOOLS.map((tool, column) => ({ name: `${bird} ${tool}`, number: row * TOOLS.length + column + 1 }))).slice(1);
const pathOf = (name: string) => `/machines/${name.toLowerCase().replace(" ", "-")}`;

function page(path: string, title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="${path}"></head><body><nav><a href="/?from=nav">Home</a> <a href="/internal/prices">Prices</a></nav><main><h1>${title}</h1>${body}</main></body></html>`;
}

function machinePage({ name, number }: { name: string; number: number }): string {
  const facts = [
    `<p>The ${name} stands in hall ${(number % 9) + 1} and is looked after by the workshop of Orrin Quay.</p>`,
    `<h2>Care of the ${name}</h2><p>The warranty of the ${name} lasts ${number + 12} months. A spare belt is kept on shelf ${number * 3}, and whoever takes it writes it into the book beside the door.</p>`,
  ];
  return page(pathOf(name), name, facts.join(""));
}

/** A company's handbook on this machine: with a sitemap, a robots.txt that keeps one page to itself, and canonical addresses. */
export async function handbookSite(): Promise<HandbookSite> {
  const asked: string[] = [];
  const pages = new Map(MACHINES.map((machine) => [pathOf(machine.name), machinePage(machine)]));
  pages.set("/", page("/", "Orrin Quay handbook", `<p>Every machine of Orrin Quay has a page of its own.</p><ul>${MACHINES.map(({ name }) => `<li><a href="${pathOf(name)}?from=list">${name}</a></li>`).join("")}</ul>`));
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    answer(response, path, pages, `http://${request.headers.host ?? ""}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { sitemap: `http://localhost:${port}/sitemap.xml`, asked, close };
}

function answer(response: ServerResponse, path: string, pages: ReadonlyMap<string, string>, origin: string): void {
  const send = (type: string, text: string) => void response.writeHead(200, { "content-type": type }).end(text);
  if (path === "/robots.txt") return send("text/plain", `User-agent: *\nDisallow: /internal/\nSitemap: ${origin}/sitemap.xml\n`);
  if (path === "/sitemap.xml") return send("application/xml", `<?xml version="1.0"?><urlset>${[...pages.keys()].map((place) => `<url><loc>${origin}${place}</loc></url>`).join("")}</urlset>`);
  const text = pages.get(path.replace(/\?.*$/, ""));
  if (text === undefined) return void response.writeHead(404).end();
  return send("text/html; charset=utf-8", text);
}
