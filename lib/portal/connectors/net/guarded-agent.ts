import "server-only";

import { lookup as resolve, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";

import { Agent, buildConnector } from "undici";

import { isPublicAddress } from "@/lib/portal/connectors/net/public-address";

/** Thrown when an address is not to be reached; nothing was connected to. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";

  constructor(readonly host: string) {
    super(`${host} is not on the public internet.`);
  }
}

/** How names become addresses; tests put another one in. */
export type Resolve = (host: string, options: { all: true }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** What an agent may do beyond the public internet. */
export interface AgentOptions {
  /** Hosts, with or without a port, whose addresses may be private. */
  allowed: readonly string[];
  resolve?: Resolve;
}

const CONNECT_MS = 10_000;

/**
 * Connections to the public internet and nowhere else. A name is resolved once, for the connection itself, and every address it has is looked at there: a
 * name that changes between a look and a connection (DNS rebinding) gains nothing. Addresses that stand in the URL are looked at as well.
 */
export function guardedAgent({ allowed, resolve: resolver = resolve }: AgentOptions): Agent {
  const open = buildConnector({ timeout: CONNECT_MS });
  const guarded = buildConnector({ timeout: CONNECT_MS, lookup: publicLookup(resolver) });
  return new Agent({
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
    connections: 4,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isAllowed(options.hostname, options.port, options.protocol, allowed)) return open(options, callback);
      if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(new ForbiddenAddressError(host), null);
      return guarded(options, callback);
    },
  });
}

function isAllowed(host: string, port: string, protocol: string, allowed: readonly string[]): boolean {
  const name = host.toLowerCase();
  const number = port !== "" ? port : protocol === "https:" ? "443" : "80";
  return allowed.includes(name) || allowed.includes(`${name}:${number}`);
}

/** A look-up that gives addresses only when all of them are public. */
function publicLookup(resolver: Resolve): LookupFunction {
  return (host, options, done) => {
    resolver(host, { all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) return done(new ForbiddenAddressError(host), []);
      if (options.all === true) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}
