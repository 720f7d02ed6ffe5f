import "server-only";

import { z } from "zod";

import { sha256 } from "@/lib/platform/crypto/token";
import { notFound } from "@/lib/platform/errors";
import { defineRoute, type Guard } from "@/lib/platform/http/define-route";
import { RateLimiter } from "@/lib/platform/http/rate-limit";
import { newId } from "@/lib/platform/ids";
import { lookUp } from "@/lib/portal/database";

const processWide = globalThis as typeof globalThis & { citadelHookLimiter?: RateLimiter };

/** Who holds the address is the caller: its token is what is counted. */
const byToken: Guard<string> = {
  credential: null,
  authenticate: (_request, { token = "" }) => (/^[\w-]{43}$/.test(token) ? Promise.resolve(token) : Promise.reject(notFound())),
  rate: {
    limiter: (processWide.citadelHookLimiter ??= new RateLimiter({ burst: 30, perSecond: 0.5 })),
    bucketOf: (token) => token,
  },
};

/** `POST /api/hooks/{token}`: something has changed at a source. Its sync is made due, a minute after the last one at the earliest. */
export const ringHook = defineRoute(byToken, {
  method: "POST",
  path: "/api/hooks/{token}",
  summary: "Have a source synchronised",
  params: z.object({ token: z.string() }),
  responses: { 202: { description: "The sync is due." } },
  async handle({ caller }) {
    const hash = Uint8Array.from(sha256(caller));
    const [row] = await lookUp((tx) => tx.$queryRaw<{ rung: boolean }[]>`SELECT portal.ring_connector(${hash}, ${newId("job")}) AS rung`);
    if (row?.rung !== true) throw notFound();
    return { status: 202 };
  },
});
