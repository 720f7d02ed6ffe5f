import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { TenantScope } from "@/lib/portal/scope";

/** An address that "Ask a person" can lead to: a page over https, or a mailbox. */
const helpAddress = z
  .string()
  .trim()
  .max(500)
  .transform((text) => (z.email().safeParse(text).success ? `mailto:${text}` : text))
  .refine((text) => /^mailto:[^\s]+$/.test(text) || (URL.canParse(text) && new URL(text).protocol === "https:"), "must be an address that begins with https://, or an e-mail address");

const days = z.int().min(0, "must be 0 or more").max(3650, "must be at most 3650 days");

/** How a project is kept right. */
export const careSetting = z
  .object({
    /** How long the words of conversations are kept, in days; 0 keeps none. */
    conversationDays: days,
    /** After so many days without a change a document is shown as stale; null shows none. */
    staleDays: days.min(1, "must be 1 or more").nullable(),
    /** Where "Ask a person" leads. */
    helpKind: z.enum(["none", "link", "owner"]),
    /** `https:` or `mailto:`, for the kind `link`. */
    helpTarget: z.union([z.literal("").transform(() => null), helpAddress]).nullable(),
  })
  .refine(({ helpKind, helpTarget }) => helpKind !== "link" || helpTarget !== null, { path: ["helpTarget"], message: "is missing: name an address, or choose another way" });

/** {@link careSetting}, read. */
export type CareSetting = z.output<typeof careSetting>;

const DEFAULT: CareSetting = { conversationDays: 90, staleDays: null, helpKind: "none", helpTarget: null };

/** The scope's project's setting; the default where none was chosen. */
export async function readCareSetting(tx: PortalTransaction, scope: TenantScope): Promise<CareSetting> {
  const row = await tx.careSetting.findFirst({ where: { organisationId: scope.organisation.id, projectId: scope.project.id } });
  return row === null ? DEFAULT : careSetting.parse(row);
}

/** Changes the scope's project's setting. Conversations that are to be kept no longer go with the next round of the job `care.keep`, which is asked for at once. */
export async function changeCareSetting(scope: TenantScope, setting: CareSetting): Promise<void> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  await withOrganisation(scope, async (tx) => {
    const before = await readCareSetting(tx, scope);
    await tx.careSetting.upsert({ where: { organisationId_projectId: owner }, create: { ...owner, ...setting }, update: setting });
    await tx.job.updateMany({ where: { ...owner, kind: "care.keep" }, data: { dueAt: new Date() } });
    await recordAudit(tx, scope, { action: "settings.changed", target: { kind: "project", id: scope.project.id, name: scope.project.name }, before, after: setting });
  });
}
