import "server-only";

import { Parser } from "htmlparser2";

import { webAddress } from "@/lib/portal/connectors/website/web-address";

/** What a sitemap lists. */
export interface Sitemap {
  /** Pages, or further sitemaps when it is an index. */
  kind: "pages" | "index";
  addresses: string[];
}

const MOST_ADDRESSES = 50_000;

/** Reads a sitemap's XML; null when it is none. */
export function readSitemap(bytes: Uint8Array): Sitemap | null {
  let kind: Sitemap["kind"] | null = null;
  let text: string | null = null;
  const addresses: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === "urlset") kind ??= "pages";
        if (name === "sitemapindex") kind ??= "index";
        if (name === "loc") text = "";
      },
      ontext(part) {
        if (text !== null && text.length < 4_000) text += part;
      },
      onclosetag(name) {
        if (name !== "loc" || text === null) return;
        const address = webAddress(text);
        if (address !== null && addresses.length < MOST_ADDRESSES) addresses.push(address);
        text = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(bytes));
  return kind === null ? null : { kind, addresses };
}
