import "server-only";

import { lookUp } from "@/lib/portal/database";
import type { SignedIn } from "@/lib/portal/scope";

interface SessionRow {
  person_id: string;
  email: string;
  name: string;
  operator: boolean;
}

/** The person behind a session's row, or null when there is none, or it is expired or revoked. */
export async function findSession(sessionId: string): Promise<SignedIn | null> {
  const [row] = await lookUp((tx) => tx.$queryRaw<SessionRow[]>`SELECT person_id, email, name, operator FROM portal.find_session(${sessionId})`);
  if (row === undefined) return null;
  return Object.freeze({ sessionId, personId: row.person_id, email: row.email, name: row.name, operator: row.operator });
}
