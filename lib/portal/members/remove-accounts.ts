import "server-only";

import { withPerson } from "@/lib/portal/database";

/** Removes the accounts of those who belong to no organisation any more and are not of the operator's team, with their sessions. How many. */
export async function removeAccounts(personIds: readonly string[]): Promise<number> {
  let removed = 0;
  for (const id of personIds) {
    removed += await withPerson(id, async (tx) => {
      if ((await tx.membership.count({ where: { personId: id } })) > 0) return 0;
      return (await tx.person.deleteMany({ where: { id, operator: false } })).count;
    });
  }
  return removed;
}
