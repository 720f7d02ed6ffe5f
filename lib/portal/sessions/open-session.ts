import "server-only";

import { withPerson } from "@/lib/portal/database";
import { SESSION_SECONDS } from "@/lib/portal/sessions/session-token";
import { newId } from "@/lib/platform/ids";

/** Opens a session for a person who has just proved who they are. Returns its id, which names it and authorises nothing. */
export async function openSession(personId: string): Promise<string> {
  const id = newId("sgn");
  const expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000);
  await withPerson(personId, (tx) => tx.session.create({ data: { id, personId, expiresAt } }));
  return id;
}
