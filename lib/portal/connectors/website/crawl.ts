import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import { type Connector, MAX_SOURCE_BYTES, type SourceCall, SourceBrokenError, type SourceEnd, type SourceEvent } from "@/lib/portal/connectors/connector";
import { type Got, getFile } from "@/lib/portal/connectors/net/get-file";
import { guardedAgent } from "@/lib/portal/connectors/net/guarded-agent";
import type { WebsiteSettings } from "@/lib/portal/connectors/source";
import { ELSEWHERE, Frontier } from "@/lib/portal/connectors/website/frontier";
import { AGENT, FORBIDDEN_START, robotsOf } from "@/lib/portal/connectors/website/robots";
import { refusedByType, type Visit, visitOf } from "@/lib/portal/connectors/website/visit";
import { webAddress } from "@/lib/portal/connectors/website/web-address";

/** Bounds of one sync and of one answer, in ms. */
export interface CrawlBounds {
  runMs: number;
  answerMs: number;
}

const BOUNDS: CrawlBounds = { runMs: 45 * 60_000, answerMs: 60_000 };
const ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5";

type Call = SourceCall<WebsiteSettings>;
type Get = (address: string, options: { headers?: Record<string, string>; maxBytes: number; byType?: boolean }) => Promise<Got>;

/** Reads a website: from its start address by links, or a sitemap's pages; never faster than its settings and its robots.txt say. */
export const crawl: Connector<WebsiteSettings> = (call) => crawlWithin(call, BOUNDS);

/** {@link crawl} with bounds of one's own, for tests. */
export async function* crawlWithin(call: Call, bounds: CrawlBounds): AsyncGenerator<SourceEvent, SourceEnd> {
  const agent = guardedAgent({ allowed: call.allowed });
  try {
    return yield* visitAll(call, bounds, getter(call, agent, bounds));
  } finally {
    await agent.destroy();
  }
}

async function* visitAll({ settings, known }: Call, { runMs }: CrawlBounds, get: Get): AsyncGenerator<SourceEvent, SourceEnd> {
  const ends = Date.now() + runMs;
  const start = await startOf(settings, get);
  const { origin } = new URL(start);
  const robots = await robotsOf(origin, (address, maxBytes) => get(address, { maxBytes }));
  const frontier = new Frontier(settings, origin, robots, start);
  const pace = new Pace(Math.max(1000 / settings.rate, robots.pauseMs));
  let visited = 0;
  let missing = 0;
  if (frontier.offer({ address: start, depth: 0, moves: 0 }) !== null) throw new SourceBrokenError("The site’s robots.txt forbids its start address. Ask the people of the site to allow CitadelBot there, or start elsewhere.");
  for (let waiting = frontier.next(); waiting !== undefined; waiting = frontier.next()) {
    if (visited >= settings.pages || Date.now() > ends) {
      const reason = visited >= settings.pages ? `The sync ends after ${settings.pages} pages.` : "The sync took too long.";
      for (const { address } of [waiting, ...frontier.rest()]) yield { kind: "skipped", address, reason, stays: true };
      return { complete: false, note: `${reason} Raise the limit, or leave parts of the site out.` };
    }
    await pace.wait();
    visited += 1;
    const { address, depth, moves } = waiting;
    const file = known.get(address);
    const visit = visitOf(address, await get(address, { headers: file === undefined ? {} : conditional(file), maxBytes: MAX_SOURCE_BYTES, byType: true }), file);
    if (visit.event?.kind === "skipped" && visit.event.stays) missing += 1;
    if (address === start) requireStart(visit, missing);
    if (visit.event !== null) yield visit.event;
    yield* offerAll(frontier, visit, depth, moves);
    yield { kind: "progress", done: visited, total: Math.min(frontier.size, settings.pages) };
  }
  if (frontier.overflowed) return { complete: false, note: "The site has more addresses than can be looked at. Leave parts of it out." };
  if (missing > 0) return { complete: false, note: `${missing === 1 ? "One page" : `${missing} pages`} did not answer, so nothing was removed: it is not known where they lead.` };
  return { complete: true, note: null };
}

/** What an address leads to, with those that are left aside. Pages of other sites are nobody's loss and are not listed. */
function* offerAll(frontier: Frontier, { links, instead, sitemap }: Visit, depth: number, moves: number): Generator<SourceEvent> {
  const offers = [
    ...(instead === null ? [] : [{ address: instead, depth, moves: moves + 1 }]),
    ...(sitemap ?? []).map((address) => ({ address, depth, moves: 0 })),
    ...links.map((address) => ({ address, depth: depth + 1, moves: 0 })),
  ];
  for (const offer of offers) {
    const reason = frontier.offer(offer);
    if (reason !== null && (reason !== ELSEWHERE || offer.address === instead)) yield { kind: "skipped", address: offer.address, reason, stays: false };
  }
}

/** The start address as the site itself gives it: where its redirects end, on whichever public host. */
async function startOf({ start }: WebsiteSettings, get: Get): Promise<string> {
  let address = webAddress(start) ?? start;
  for (let hops = 0; hops < 5; hops++) {
    const { origin } = new URL(address);
    // Where it leads is all that is wanted here, so no body is read.
    const got = await get(address, { maxBytes: 0 });
    if (got.kind === "forbidden") throw new SourceBrokenError(FORBIDDEN_START);
    const to = got.kind === "moved" && got.to !== null ? webAddress(got.to, address) : null;
    // Within the site a redirect is a visit like any other.
    if (to === null || new URL(to).origin === origin) return address;
    address = to;
  }
  throw new SourceBrokenError("The start address leads from site to site without an end. Use the address that the browser shows in the end.");
}

function requireStart({ event, unanswered }: Visit, missing: number): void {
  if (event?.kind !== "skipped" || (missing === 0 && !unanswered)) return;
  throw new SourceBrokenError(`The start address cannot be read. ${event.reason} Check it in a browser; it is tried again at the next sync.`);
}

function conditional({ etag, modified }: { etag: string | null; modified: string | null }): Record<string, string> {
  return { ...(etag === null ? {} : { "if-none-match": etag }), ...(modified === null ? {} : { "if-modified-since": modified }) };
}

function getter({ signal }: Call, dispatcher: ReturnType<typeof guardedAgent>, { answerMs }: CrawlBounds): Get {
  return (address, { headers = {}, maxBytes, byType = false }) =>
    getFile(address, {
      dispatcher,
      headers: { "user-agent": `Mozilla/5.0 (compatible; ${AGENT}/1.0)`, accept: ACCEPT, ...headers },
      maxBytes,
      maxMs: answerMs,
      signal,
      ...(byType ? { refuse: (found) => refusedByType(address, found) } : {}),
    });
}

/** Keeps requests apart. */
class Pace {
  #last = 0;

  constructor(private readonly betweenMs: number) {}

  async wait(): Promise<void> {
    const left = this.#last + this.betweenMs - Date.now();
    if (left > 0) await pause(left);
    this.#last = Date.now();
  }
}
