import "server-only";

import { notFound } from "@/lib/platform/errors";
import { invalid, validated } from "@/lib/platform/http/validated";
import { newId } from "@/lib/platform/ids";
import type { AuditFacts } from "@/lib/portal/audit/audit-event";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { sealSecret } from "@/lib/portal/connectors/secret";
import { type SourceInput, sourceInput, type SourceSettings } from "@/lib/portal/connectors/source";
import { withOrganisation } from "@/lib/portal/database";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** The most sources of one project. */
const MOST_SOURCES = 50;

/** Connects a source to the scope's project; its first sync begins at once. Throws CitadelError `validation_failed`. */
export async function addSource(scope: TenantScope, given: SourceInput): Promise<{ id: string }> {
  const input = validated(sourceInput, given);
  const { name, everyMinutes, settings, secret } = input;
  if (settings.kind === "bucket" && secret === null) throw invalid([{ path: "secret.keyId", message: "Write the key’s id and its secret." }]);
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const id = newId("src");
  const sealedSecret = secret === null ? null : sealSecret(secret, { organisationId: owner.organisationId, sourceId: id });
  await withOrganisation(scope, async (tx) => {
    if ((await tx.connector.count({ where: owner })) >= MOST_SOURCES) throw invalid([{ path: "name", message: `A project has at most ${MOST_SOURCES} sources. Remove one first.` }]);
    await tx.connector.create({ data: { ...owner, id, kind: settings.kind, name, settings, everyMinutes, sealedSecret } });
    await queueProjectJob(tx, scope, { kind: "connector.sync", subject: id });
    await recordAudit(tx, scope, { action: "connector.created", target: { kind: "source", id, name }, after: factsOf(settings, everyMinutes) });
  });
  return { id };
}

/** Changes a source; it is synchronised anew at once. Without credentials in the input those that are there stay. Throws CitadelError `not_found`, `validation_failed`. */
export async function changeSource(scope: TenantScope, id: string, given: SourceInput): Promise<void> {
  const { name, everyMinutes, settings, secret } = validated(sourceInput, given);
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id, status: { not: "leaving" } };
  await withOrganisation(scope, async (tx) => {
    const row = await tx.connector.findFirst({ where });
    if (row === null || row.kind !== settings.kind) throw notFound();
    const before = validated(sourceInput.shape.settings, row.settings);
    // Credentials are for the endpoint they were written for: another one must not get them unseen.
    if (settings.kind === "bucket" && before.kind === "bucket" && settings.endpoint !== before.endpoint && secret === null)
      throw invalid([{ path: "secret.keyId", message: "Write the key for the new endpoint." }]);
    const sealed = secret === null ? {} : { sealedSecret: sealSecret(secret, { organisationId: where.organisationId, sourceId: id }) };
    await tx.connector.updateMany({ where, data: { name, everyMinutes, settings, ...sealed, askedByHand: true } });
    await queueProjectJob(tx, scope, { kind: "connector.sync", subject: id });
    const after = { ...factsOf(settings, everyMinutes), ...(secret === null ? {} : { credentials: "changed" }) };
    await recordAudit(tx, scope, { action: "connector.changed", target: { kind: "source", id, name }, before: factsOf(before, row.everyMinutes), after });
  });
}

function factsOf(settings: SourceSettings, everyMinutes: number | null): AuditFacts {
  if (settings.kind === "bucket") return { kind: settings.kind, endpoint: settings.endpoint, bucket: settings.bucket, prefix: settings.prefix, everyMinutes };
  return { kind: settings.kind, start: settings.start, pages: settings.pages, depth: settings.depth, everyMinutes };
}
