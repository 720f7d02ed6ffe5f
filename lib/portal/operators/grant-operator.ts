import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { withPerson } from "@/lib/portal/database";
import { findPerson } from "@/lib/portal/people/find-person";

/**
 * Makes a person one of the operator's team: the desk, and no customer's content. For the launcher alone; no route and no
 * action calls it.
 *
 * @throws CitadelError `not_found` when no account has the e-mail address
 */
export async function grantOperator(email: string): Promise<void> {
  const person = await findPerson(email);
  if (person === null) throw new CitadelError("not_found", "No account has this e-mail address. Accept an invitation with it first.");
  await withPerson(person.id, (tx) => tx.person.updateMany({ where: { id: person.id }, data: { operator: true } }));
  log.info({ personId: person.id }, "operator granted");
}
