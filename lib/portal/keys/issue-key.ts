import "server-only";

import { z } from "zod";

import type { EngineAdmin } from "@/lib/engine/client";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { issueCheckedKey } from "@/lib/portal/keys/issue-checked-key";
import type { TenantScope } from "@/lib/portal/scope";

/** How long a key may be valid, in days; null: until it is revoked. */
export const KEY_DAYS = [30, 90, 365, null] as const;

/** What a person gives for a key. */
export const newKeyInput = z.object({
  name: z.string().trim().min(1, "Say what the key is for, so that you know it again in the list.").max(80, "Use at most 80 characters."),
  days: z.literal(KEY_DAYS),
});

/** A key on its only way out. */
export interface NewKey {
  /** The secret; it is stored nowhere and shown this once. */
  key: string;
  prefix: string;
  name: string;
  /** ISO 8601 UTC; null for one that is valid until it is revoked. */
  expiresAt: string | null;
}

const DAY_MS = 86_400_000;

/** Issues a key for the customer's own software, after the check that it opens this project and no other. Throws CitadelError. */
export async function issueKey(scope: TenantScope, { name, days }: z.output<typeof newKeyInput>, admin: EngineAdmin = engineAdmin()): Promise<NewKey> {
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
  return issueCheckedKey(scope, admin, { name, ...(expiresAt === null ? {} : { expiresAt }) }, async ({ id, key, prefix }) => {
    await withOrganisation(scope, (tx) =>
      recordAudit(tx, scope, { action: "key.issued", target: { kind: "key", id, name }, after: { project: scope.project.name, prefix, expiresAt } }),
    );
    return { key, prefix, name, expiresAt };
  });
}
