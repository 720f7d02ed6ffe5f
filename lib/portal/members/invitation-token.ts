import "server-only";

import { randomToken, sha256 } from "@/lib/platform/crypto/token";
import type { Role } from "@/lib/portal/roles";

/** How long an invitation's link works, in days. */
export const INVITATION_DAYS = 7;

/** A new link's secret: 256 random bits. Only its hash is stored. */
export function newInvitationToken(): string {
  return randomToken(32);
}

/** What is stored of a token. */
export function hashInvitationToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(sha256(token));
}

/** The columns of a new invitation, without its organisation. */
export function invitationData(token: string, invitation: { id: string; email: string; role: Role }) {
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  return { ...invitation, tokenHash: hashInvitationToken(token), expiresAt };
}
