import { formatTime } from "@/components/ui/format";
import type { ListedKey } from "@/lib/portal/keys/list-keys";

/** A moment as people read it; a dash stands for none. */
export function moment(iso: string | null): string {
  return iso === null ? "–" : formatTime(iso);
}

/** Whose a key is, in words. */
export function originWords({ origin, issuedBy, state }: Pick<ListedKey, "origin" | "issuedBy" | "state">): string {
  if (origin === "portal") return "The portal’s own";
  if (origin === "replaced") return "The portal’s own, replaced";
  if (origin === "issued") return issuedBy === null ? "Issued here" : `Issued by ${issuedBy}`;
  return state === "active" ? "Not issued by this portal" : "Not in the log";
}

/** Whether a key still opens the project, in words. */
export function stateWords({ state, revokedAt, expiresAt, endsAt }: Pick<ListedKey, "state" | "revokedAt" | "expiresAt" | "endsAt">): string {
  if (state === "revoked") return `Revoked ${moment(revokedAt)}`;
  if (state === "expired") return `Expired ${moment(expiresAt)}`;
  if (endsAt !== null) return `Ends ${moment(endsAt)}`;
  return expiresAt === null ? "Until it is revoked" : `Until ${moment(expiresAt)}`;
}
