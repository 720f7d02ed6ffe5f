import "server-only";

import { createHash } from "node:crypto";

import { z } from "zod";

import { CitadelError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { recordOperatorAudit } from "@/lib/portal/audit/operator-log";
import { lookUp, withOperator } from "@/lib/portal/database";
import type { SignedIn } from "@/lib/portal/scope";
import { defaultText } from "@/lib/portal/security-page/default-text";

/** The public page's text, and the version that was open when it was changed. */
export const securityPageInput = z.object({
  text: z.string().trim().min(1, "must say something").max(50_000, "must be at most 50,000 characters"),
  version: z.int().min(0),
});

/** The text of the public page in Markdown. */
export interface SecurityPage {
  /** 0 for the text that comes with the product. */
  version: number;
  text: string;
  /** ISO 8601 UTC; null for the product's own text. */
  savedAt: string | null;
  savedBy: string | null;
}

/** What is shown at `/security` now. */
export async function securityPage(): Promise<SecurityPage> {
  const row = await lookUp((tx) => tx.securityPage.findFirst({ orderBy: { version: "desc" } }));
  if (row === null) return { version: 0, text: defaultText(), savedAt: null, savedBy: null };
  return { version: row.version, text: row.text, savedAt: row.savedAt.toISOString(), savedBy: row.savedBy };
}

/**
 * Shows a new text from now on; the versions before it stay in the table and cannot be changed, and each is a row of the operator's log with its digest.
 *
 * @throws CitadelError `not_found` for who is no operator, `conflict` when somebody else has saved one meanwhile
 */
export async function saveSecurityPage(operator: SignedIn, { text, version }: z.output<typeof securityPageInput>): Promise<void> {
  if (!operator.operator) throw notFound();
  await withOperator(async (tx) => {
    const newest = await tx.securityPage.findFirst({ orderBy: { version: "desc" }, select: { version: true } });
    const { count } = (newest?.version ?? 0) !== version ? { count: 0 } : await tx.securityPage.createMany({ data: [{ version: version + 1, text, savedBy: operator.name }], skipDuplicates: true });
    if (count === 0) throw new CitadelError("conflict", "Somebody else has saved this page meanwhile. Load it again, and put your changes into theirs.");
    await recordOperatorAudit(tx, operator, { action: "security-page.changed", target: { kind: "page", id: "security", name: "/security" }, before: { version }, after: { version: version + 1, sha256: createHash("sha256").update(text).digest("hex") } });
  });
  log.info({ personId: operator.personId, version: version + 1 }, "security page saved");
}
