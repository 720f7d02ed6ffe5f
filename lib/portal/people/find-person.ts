import "server-only";

import { lookUp } from "@/lib/portal/database";

/** What signing in needs to know of a person. */
export interface PersonCredentials {
  id: string;
  name: string;
  /** argon2id, PHC string; null for a person who has set no password. */
  passwordHash: string | null;
}

interface PersonRow {
  id: string;
  name: string;
  password_hash: string | null;
}

/** The person behind an e-mail address, or null. */
export async function findPerson(email: string): Promise<PersonCredentials | null> {
  const [row] = await lookUp((tx) => tx.$queryRaw<PersonRow[]>`SELECT id, name, password_hash FROM portal.find_person(${email})`);
  return row === undefined ? null : { id: row.id, name: row.name, passwordHash: row.password_hash };
}
