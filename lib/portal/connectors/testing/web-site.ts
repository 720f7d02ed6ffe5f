import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { z } from "zod";

/** Answers one path of a test's website. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A website that a test runs, which counts what is asked of it. */
export interface WebSite {
  /** `http://127.0.0.1:{port}`, or with the name that was asked for. */
  url: string;
  host: string;
  /** Paths with queries, in the order they were asked for. */
  asked: string[];
  pages: Map<string, Page>;
  close(): Promise<void>;
}

const address = z.object({ port: z.number() });

/** An HTML page with links. */
export function html(title: string, body: string, links: readonly string[] = [], headers: Record<string, string> = {}): Page {
  const text = `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${body}</p>${links.map((link) => `<a href="${link}">${link}</a>`).join(" ")}</body></html>`;
  return (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(text);
}

/** Starts a website on this machine. A path without a page is 404, unless `otherwise` answers. */
export async function webSite(otherwise?: Page, name = "127.0.0.1"): Promise<WebSite> {
  const asked: string[] = [];
  const pages = new Map<string, Page>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const page = pages.get(path) ?? otherwise ?? ((_, absent) => absent.writeHead(404).end());
    page(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = address.parse(server.address());
  return {
    url: `http://${name}:${port}`,
    host: `${name}:${port}`,
    asked,
    pages,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
