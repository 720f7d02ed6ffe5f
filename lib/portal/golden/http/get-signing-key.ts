import "server-only";

import { z } from "zod";

import { signingPublicKey } from "@/lib/platform/crypto/signing";
import { defineRoute, type Guard } from "@/lib/platform/http/define-route";

/** Whoever checks a signature needs the key, and it tells nothing else. */
const everyone: Guard<null> = { credential: "none", authenticate: () => Promise.resolve(null) };

/** `GET /api/signing-key`: the public key that runs, signatures and reports of this server are checked with. */
export const getSigningKey = defineRoute(everyone, {
  method: "GET",
  path: "/api/signing-key",
  summary: "The public key of this server's signatures",
  responses: {
    200: { description: "32 bytes in base64url.", schema: z.object({ algorithm: z.string(), publicKey: z.string() }) },
  },
  async handle() {
    return { status: 200, body: { algorithm: "Ed25519", publicKey: signingPublicKey() } };
  },
});
