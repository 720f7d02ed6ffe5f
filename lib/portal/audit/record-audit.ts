import "server-only";

import { z } from "zod";

import { type Actor, type AuditEvent, type AuditRecord, type OperatorEvent, SYSTEM } from "@/lib/portal/audit/audit-event";
import { CHAIN_START, hashOf } from "@/lib/portal/audit/chain";
import { addressOfRequest } from "@/lib/portal/audit/request-address";
import type { PortalTransaction } from "@/lib/portal/database";
import type { OrganisationScope } from "@/lib/portal/scope";

/**
 * Writes an event into the scope's organisation's log, in the transaction of the change itself: there is no change without its row, and no
 * row without its change. To be called last in the transaction, for it makes others of the organisation wait.
 */
export async function recordAudit(tx: PortalTransaction, scope: OrganisationScope, event: AuditEvent): Promise<void> {
  await recordAuditAs(tx, scope.organisation.id, actorOf(scope), event);
}

/** {@link recordAudit} where there is no scope of a person: before a membership exists, and in the background. */
export async function recordAuditAs(tx: PortalTransaction, organisationId: string, actor: Actor, event: AuditEvent | OperatorEvent): Promise<void> {
  // One writer at a time: each row holds the hash of the one before.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit ${organisationId}`}, 0))`;
  const last = await tx.auditEvent.findFirst({ where: { organisationId }, orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
  const unhashed: AuditRecord = {
    organisationId,
    sequence: (last?.sequence ?? 0) + 1,
    at: new Date().toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: storable(actor.name),
    action: event.action,
    targetKind: event.target?.kind ?? null,
    targetId: event.target?.id ?? null,
    targetName: event.target === undefined ? null : storable(event.target.name),
    address: await addressOfRequest(),
    before: facts.parse(event.before ?? {}),
    after: facts.parse(event.after ?? {}),
    previousHash: last === null ? CHAIN_START : Buffer.from(last.hash).toString("hex"),
    hash: "",
  };
  const { before, after } = unhashed;
  await tx.auditEvent.create({
    data: {
      ...unhashed,
      at: new Date(unhashed.at),
      before: JSON.parse(JSON.stringify(before)),
      after: JSON.parse(JSON.stringify(after)),
      previousHash: bytesOf(unhashed.previousHash),
      hash: bytesOf(hashOf(unhashed)),
    },
  });
}

/** The person of a scope, as the log names them; the product itself for the scope of a job. */
export function actorOf({ actorId, person }: OrganisationScope): Actor {
  return actorId === null ? SYSTEM : { kind: "person", id: actorId, name: person.name };
}

/** Facts as PostgreSQL gives them back, so that the hash is that of what is stored. */
const facts = z.record(z.string(), z.union([z.string().overwrite(storable), z.number(), z.boolean(), z.null(), z.array(z.string().overwrite(storable))]));

/** PostgreSQL holds neither the NUL character nor half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", " ");
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
