import "server-only";

import type { Robot } from "robots-parser";
import robotsParser from "robots-parser";

import { SourceBrokenError } from "@/lib/portal/connectors/connector";
import type { Got } from "@/lib/portal/connectors/net/get-file";

/** How the crawler names itself to websites and in their robots.txt. */
export const AGENT = "CitadelBot";
const MOST_BYTES = 512 * 1024;
/** A longer pause than this is not waited for, in seconds: such a site is read by its own people. */
const LONGEST_PAUSE = 30;

/** What a site allows. */
export interface Robots {
  allows(address: string): boolean;
  /** Between two requests, in ms; 0 when the site does not say. */
  pauseMs: number;
}

/**
 * Reads a site's robots.txt. A site without one allows everything; one that cannot say for now (a 5xx, no answer) is not read.
 *
 * @throws SourceBrokenError
 */
export async function robotsOf(origin: string, get: (address: string, maxBytes: number) => Promise<Got>): Promise<Robots> {
  let address = `${origin}/robots.txt`;
  for (let hops = 0; hops < 5; hops++) {
    const got = await get(address, MOST_BYTES);
    if (got.kind === "file") return rulesOf(`${origin}/robots.txt`, got.bytes.toString("utf8"));
    const to = got.kind === "moved" && got.to !== null ? URL.parse(got.to, address) : null;
    if (to !== null && to.origin === origin) address = to.href;
    else if (got.kind === "status" && got.status >= 500) throw new SourceBrokenError(`The site’s robots.txt answers with an error (${got.status}), so nothing is read. It is tried again at the next sync.`);
    else if (got.kind === "failed") throw new SourceBrokenError(`The site’s robots.txt cannot be read. ${got.sentence} Check the address; it is tried again at the next sync.`);
    else if (got.kind === "forbidden") throw new SourceBrokenError(FORBIDDEN_START);
    else break;
  }
  return { allows: () => true, pauseMs: 0 };
}

/** For a start address that is not to be reached. */
export const FORBIDDEN_START = "The address leads into a private network, which is never read. Use an address on the public internet, or ask the operator to allow the host.";

function rulesOf(url: string, text: string): Robots {
  const robot: Robot = robotsParser(url, text);
  const pause = Math.min(robot.getCrawlDelay(AGENT) ?? 0, LONGEST_PAUSE);
  return { allows: (address) => robot.isAllowed(address, AGENT) !== false, pauseMs: pause * 1000 };
}
