import { z } from "zod";

import { proofReport } from "@/lib/portal/isolation/proof-report";

/** A report as it is kept and handed out: with the signature over its canonical JSON. */
export const signedProof = z.object({
  payload: proofReport,
  signature: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string(), value: z.string() }),
});

/** A report with its signature. */
export type SignedProof = z.output<typeof signedProof>;
