import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import type { ProjectKey } from "@/lib/engine/contract";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { ownKeyIn } from "@/lib/portal/keys/own-key";
import type { TenantScope } from "@/lib/portal/scope";

/** A key of the project, with what the portal knows of it. */
export interface ListedKey extends ProjectKey {
  /**
   * `portal`: its own of today; `replaced`: its own until a rotation; `issued`: for the customer's software, as the log says; `unknown`:
   * the engine has it, and nobody has issued it through this portal.
   */
  origin: "portal" | "replaced" | "issued" | "unknown";
  state: "active" | "expired" | "revoked";
  /** Who issued it, from the log. */
  issuedBy: string | null;
  /** When a replaced key ends: ISO 8601 UTC. */
  endsAt: string | null;
}

/** Every key the scope's project has in the engine, newest first. Throws CitadelError `engine_unreachable`. */
export async function listKeys(scope: TenantScope, admin: EngineAdmin = engineAdmin()): Promise<ListedKey[]> {
  const known = await knownKeys(scope);
  const { data } = await admin.listKeys(known.engineProjectId);
  return data.map((key) => {
    const event = known.events.get(key.id);
    const isOwn = key.id === known.engineKeyId;
    return {
      ...key,
      origin: isOwn ? "portal" : originOf(event?.action),
      state: stateOf(key),
      issuedBy: event?.action === "key.issued" ? event.actorName : null,
      endsAt: known.endings.get(key.id) ?? null,
    };
  });
}

/** Keys that open the project at the moment and that nobody has issued through this portal. */
export async function unknownKeys(scope: TenantScope, admin: EngineAdmin = engineAdmin()): Promise<ListedKey[]> {
  return (await listKeys(scope, admin)).filter(({ origin, state }) => origin === "unknown" && state === "active");
}

/** What the project's row, the log and the waiting jobs say of its keys. */
async function knownKeys(scope: TenantScope) {
  const organisationId = scope.organisation.id;
  return withOrganisation(scope, async (tx) => {
    const own = await ownKeyIn(tx, scope);
    const events = await tx.auditEvent.findMany({
      where: { organisationId, targetKind: "key", action: { in: ["key.issued", "key.rotated"] } },
      orderBy: { sequence: "asc" },
      select: { action: true, targetId: true, actorName: true },
    });
    const jobs = await tx.job.findMany({ where: { organisationId, projectId: scope.project.id, kind: "key.retire" }, select: { subject: true, dueAt: true } });
    return {
      ...own,
      events: new Map(events.map((event) => [event.targetId, event])),
      endings: new Map(jobs.map(({ subject, dueAt }) => [subject, dueAt.toISOString()])),
    };
  });
}

function originOf(action: string | undefined): ListedKey["origin"] {
  if (action === undefined) return "unknown";
  return action === "key.rotated" ? "replaced" : "issued";
}

function stateOf({ revokedAt, expiresAt }: ProjectKey): ListedKey["state"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? "expired" : "active";
}
