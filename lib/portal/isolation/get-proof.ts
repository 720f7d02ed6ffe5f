import "server-only";

import { env } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { defineRoute, type Guard } from "@/lib/platform/http/define-route";
import { latestProof } from "@/lib/portal/isolation/proofs";
import { signedProof } from "@/lib/portal/isolation/signed-proof";
import { requireSignedIn } from "@/lib/portal/sessions/from-session";

/** Everyone when PUBLIC_PROOF is 1, else whoever is signed in: the report holds nothing of any customer. */
const reader: Guard<null> = {
  credential: "session",
  async authenticate() {
    if (!env().PUBLIC_PROOF) await requireSignedIn();
    return null;
  },
};

/** `GET /api/proof`: the newest signed proof of isolation, as it is verified offline. */
export const getProof = defineRoute(reader, {
  method: "GET",
  path: "/api/proof",
  summary: "The newest signed proof of isolation",
  responses: { 200: { description: "The report with its signature.", schema: signedProof } },
  async handle() {
    const proof = await latestProof();
    if (proof === null) throw notFound();
    return { status: 200, body: proof };
  },
});
