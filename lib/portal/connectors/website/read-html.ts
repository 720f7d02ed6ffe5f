import "server-only";

import { Parser } from "htmlparser2";

import { webAddress } from "@/lib/portal/connectors/website/web-address";

/** What a page says about itself and where it leads. */
export interface PageFacts {
  /** Addresses it leads to, each once. */
  links: string[];
  /** The address it wants to be known by. */
  canonical: string | null;
  noindex: boolean;
  nofollow: boolean;
}

/** The most links of one page that are looked at. */
const MOST_LINKS = 2_000;

/** Reads a page's links and wishes; `address` is where it was found. */
export function readHtml(bytes: Uint8Array, address: string): PageFacts {
  const links = new Set<string>();
  let base = address;
  let canonical: string | null = null;
  let robots = "";
  const parser = new Parser({
    onopentag(name, { href, rel = "", name: meta = "", content = "" }) {
      if (name === "base" && href !== undefined) base = webAddress(href, address) ?? base;
      if (name === "meta" && /^(robots|citadelbot)$/i.test(meta)) robots += ` ${content.toLowerCase()}`;
      if (href === undefined) return;
      if (name === "link" && /\bcanonical\b/i.test(rel)) canonical ??= webAddress(href, base);
      if ((name !== "a" && name !== "area") || /\bnofollow\b/i.test(rel) || links.size >= MOST_LINKS) return;
      const link = webAddress(href, base);
      if (link !== null) links.add(link);
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  const none = /\bnone\b/.test(robots);
  return { links: [...links], canonical, noindex: none || robots.includes("noindex"), nofollow: none || robots.includes("nofollow") };
}
