import "server-only";

import { timingSafeEqual } from "node:crypto";

import { sha256 } from "@/lib/platform/crypto/token";
import { required } from "@/lib/platform/env";

/** Only this module holds the token, so that nothing else can construct a proof. */
const MINT = Symbol("management proof");

/** The proof that a caller holds the management key; what provisions asks for it. */
export class ManagementProof {
  private constructor(mint: typeof MINT) {
    if (mint !== MINT) throw new TypeError("A ManagementProof is made from the management key only.");
    Object.freeze(this);
  }

  /** The proof for a credential, or undefined when it is not the management key. Hashes are compared, in constant time. */
  static of(credential: string): ManagementProof | undefined {
    return timingSafeEqual(sha256(credential), sha256(required("MANAGEMENT_KEY"))) ? new ManagementProof(MINT) : undefined;
  }
}
