import "server-only";

import { notFound } from "@/lib/platform/errors";
import { lookUp } from "@/lib/portal/database";
import { hashInvitationToken } from "@/lib/portal/members/invitation-token";
import { type Role, toRole } from "@/lib/portal/roles";

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  id: string;
  organisation: { id: string; slug: string; name: string };
  email: string;
  role: Role;
  /** Whether the invited person has an account already, and so accepts by signing in. */
  personExists: boolean;
}

interface InvitationRow {
  organisation_id: string;
  organisation_name: string;
  organisation_slug: string;
  invitation_id: string;
  email: string;
  role: string;
  person_exists: boolean;
}

/** The invitation behind a link. One that is unknown, accepted, revoked or expired is the same CitadelError `not_found`. */
export async function findInvitation(token: string): Promise<OpenInvitation> {
  const hash = hashInvitationToken(token);
  const [row] = await lookUp((tx) => tx.$queryRaw<InvitationRow[]>`SELECT * FROM portal.find_invitation(${hash})`);
  if (row === undefined) throw notFound();
  return {
    id: row.invitation_id,
    organisation: { id: row.organisation_id, slug: row.organisation_slug, name: row.organisation_name },
    email: row.email,
    role: toRole(row.role),
    personExists: row.person_exists,
  };
}
