import "server-only";

import { MAX_SOURCE_BYTES, type KnownFile, type SourceEvent } from "@/lib/portal/connectors/connector";
import { nameOfPage } from "@/lib/portal/connectors/document-name";
import type { Got } from "@/lib/portal/connectors/net/get-file";
import { endingFor } from "@/lib/portal/connectors/readable-type";
import { readHtml } from "@/lib/portal/connectors/website/read-html";
import { readSitemap } from "@/lib/portal/connectors/website/read-sitemap";
import { webAddress } from "@/lib/portal/connectors/website/web-address";

/** What a visit came to: something to tell, and where to go on. */
export interface Visit {
  event: Extract<SourceEvent, { kind: "file" | "unchanged" | "skipped" }> | null;
  links: readonly string[];
  /** Where the page really is: counts as the page itself, not as a step further. */
  instead: string | null;
  /** Set when the address lists others: a sitemap, whose pages lead nowhere else. */
  sitemap: readonly string[] | null;
  /** The site has nothing to give at this address. */
  unanswered: boolean;
}

const NOWHERE = { links: [], instead: null, sitemap: null, unanswered: false };

/** Makes of an answer what it means for the source. */
export function visitOf(address: string, got: Got, known: KnownFile | undefined): Visit {
  const skipped = (reason: string, stays = false): Visit => ({ ...NOWHERE, event: { kind: "skipped", address, reason, stays } });
  switch (got.kind) {
    case "unchanged":
      return { ...NOWHERE, event: { kind: "unchanged", address }, links: known?.links ?? [] };
    case "moved": {
      const to = got.to === null ? null : webAddress(got.to, address);
      return { ...skipped(to === null ? "It leads to an address that is none." : `It leads to ${to}.`), instead: to };
    }
    case "status":
      return { ...skipped(statusSentence(got.status), got.status >= 500 || got.status === 429), unanswered: true };
    case "too-large":
      return skipped(`It is larger than ${MAX_SOURCE_BYTES / 1024 / 1024} MB.`);
    case "failed":
      return skipped(got.sentence, true);
    case "forbidden":
      return skipped("It leads into a private network, which is never read.");
    case "file":
      return visitOfFile(address, got.bytes, got.headers);
  }
}

function statusSentence(status: number): string {
  if (status === 404 || status === 410) return "There is nothing at this address.";
  return status === 401 || status === 403 ? "It wants a sign-in." : `The site answers with ${status}.`;
}

function visitOfFile(address: string, bytes: Buffer, headers: Map<string, string>): Visit {
  const skipped = (reason: string): SourceEvent & { kind: "skipped" } => ({ kind: "skipped", address, reason, stays: false });
  const type = headers.get("content-type");
  if (isXml(type)) {
    const sitemap = readSitemap(bytes);
    return sitemap === null ? { ...NOWHERE, event: skipped("It is XML, which is not read.") } : { ...NOWHERE, event: null, sitemap: sitemap.addresses };
  }
  const ending = endingFor(type, new URL(address).pathname);
  if (ending === null) return { ...NOWHERE, event: skipped(unreadable(type)) };
  if (bytes.length === 0) return { ...NOWHERE, event: skipped("It is empty.") };
  const isPage = /html/i.test(type ?? "");
  const page = isPage ? readHtml(bytes, address) : null;
  const wishes = headers.get("x-robots-tag")?.toLowerCase() ?? "";
  const links = page === null || page.nofollow || /nofollow|none/.test(wishes) ? [] : page.links;
  if (page?.noindex === true || /noindex|none/.test(wishes)) return { ...NOWHERE, event: skipped("It asks not to be taken in (noindex)."), links };
  if (page !== null && page.canonical !== null && page.canonical !== address && new URL(page.canonical).origin === new URL(address).origin)
    return { ...NOWHERE, event: skipped(`Its own address is ${page.canonical}.`), links, instead: page.canonical };
  const event = { kind: "file", address, link: address, name: nameOfPage(address, ending), bytes, etag: headers.get("etag") ?? null, modified: headers.get("last-modified") ?? null, links } as const;
  return { ...NOWHERE, event, links };
}

/** Whether an answer is to be read at all, from its headers: what is of no readable type is not waited for. */
export function refusedByType(address: string, headers: Map<string, string>): Got | null {
  const type = headers.get("content-type");
  if (isXml(type) || endingFor(type, new URL(address).pathname) !== null) return null;
  return { kind: "file", bytes: Buffer.alloc(0), headers };
}

function isXml(type: string | undefined): boolean {
  return /^(application|text)\/xml\b/i.test(type ?? "");
}

function unreadable(type: string | undefined): string {
  const plain = (type ?? "").split(";")[0]?.trim() ?? "";
  return plain === "" ? "Its type is not known." : `Files of the type ${plain.slice(0, 80)} are not read.`;
}
