import "server-only";

import { withPerson } from "@/lib/portal/database";
import { findSession } from "@/lib/portal/sessions/find-session";

/** Ends a session: the next request that carries its token is nobody's. A session that is over already stays so. */
export async function revokeSession(sessionId: string): Promise<void> {
  const person = await findSession(sessionId);
  if (person === null) return;
  await withPerson(person.personId, (tx) =>
    tx.session.updateMany({ where: { id: sessionId, personId: person.personId, revokedAt: null }, data: { revokedAt: new Date() } }),
  );
}
