import "server-only";

import { type ArchiveEntry, writeArchive } from "@/lib/platform/archive/write-archive";
import { blobBytes, removeBlob, removeUnfinished, writeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { type DataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { signJson } from "@/lib/platform/crypto/signing";
import { withOrganisation } from "@/lib/portal/database";
import type { JobCall, OrganisationJobHandler } from "@/lib/portal/jobs/handler";
import { tenantsOf } from "@/lib/portal/jobs/from-job";
import { MOST_ATTEMPTS } from "@/lib/portal/jobs/settle-job";
import { listProjects } from "@/lib/portal/organisations/list-projects";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { changeTransfer, discardArchive } from "@/lib/portal/transfer/change-transfer";
import { customerEntries, projectEntries } from "@/lib/portal/transfer/export-entries";
import { openBlobArchive } from "@/lib/portal/transfer/open-blob-archive";
import { archiveBlob, EXPORT_DAYS, partBlob } from "@/lib/portal/transfer/transfer";
import { dayOf } from "@/lib/portal/usage/period";
import { openVault } from "@/lib/portal/vault";

const DAY_MS = 86_400_000;
/** Documents between two notes of how far it is. */
const NOTED = 20;

/**
 * The job `transfer.export`: what the engine gives of each project is kept, encrypted, under the export's own key; then the archive is put together from it. A worker
 * that stops on the way is followed by one that finds the parts there. When the archive's time is over the job comes back and destroys it.
 */
export const makeExport: OrganisationJobHandler = async (scope, call) => {
  const row = await withOrganisation(scope, (tx) => tx.transfer.findFirst({ where: { organisationId: scope.organisation.id, id: call.subject } }));
  if (row === null || row.status === "expired" || row.status === "failed") return undefined;
  if (row.status === "ready") return expire(scope, row.id, row.expiresAt);
  try {
    return await make(scope, row, call);
  } catch (thrown) {
    if (call.signal.aborted || call.attempt < MOST_ATTEMPTS) throw thrown;
    await discardArchive(row.id);
    await changeTransfer(scope, row.id, { status: "failed", note: "The archive could not be made. Ask for it again; if it stays, tell your administrator.", finishedAt: new Date() });
    throw thrown;
  }
};

async function expire(scope: OrganisationScope, id: string, expiresAt: Date | null): Promise<Date | undefined> {
  if (expiresAt !== null && expiresAt.getTime() > Date.now()) return expiresAt;
  await discardArchive(id);
  await changeTransfer(scope, id, { status: "expired" });
  return undefined;
}

async function make(scope: OrganisationScope, { id, projectId }: { id: string; projectId: string | null }, { signal }: JobCall): Promise<Date> {
  const key = await openDataKey(id);
  // The job is this worker's alone: what lies half-written there is of one that was killed.
  await removeUnfinished(`${id}/`);
  const present = new Set((await listProjects(scope)).map((project) => project.id));
  const tenants = (await tenantsOf(scope)).filter(({ project }) => present.has(project.id) && (projectId === null || project.id === projectId));
  await changeTransfer(scope, id, { status: "running", done: 0, total: await documentsIn(tenants) });
  for (const tenant of tenants) {
    signal.throwIfAborted();
    await keepPart(tenant, id, key);
  }
  const written = await putTogether(scope, { id, tenants, whole: projectId === null, key, signal });
  const expiresAt = new Date(Date.now() + EXPORT_DAYS * DAY_MS);
  await changeTransfer(scope, id, { status: "ready", bytes: BigInt(written.bytes), sha256: written.sha256, finishedAt: new Date(), expiresAt });
  return expiresAt;
}

async function documentsIn(tenants: readonly TenantScope[]): Promise<number> {
  const today = dayOf(new Date());
  const counts = await Promise.all(tenants.map(async (tenant) => (await (await openVault(tenant)).usage({ from: today, until: today })).documents));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function keepPart(tenant: TenantScope, id: string, key: DataKey): Promise<void> {
  const name = partBlob(id, tenant.project.id);
  if ((await blobBytes(name)) !== undefined) return;
  await writeBlob(key, name, await (await openVault(tenant)).exportProject(), Number.MAX_SAFE_INTEGER);
}

interface Making {
  id: string;
  tenants: readonly TenantScope[];
  whole: boolean;
  key: DataKey;
  signal: AbortSignal;
}

async function putTogether(scope: OrganisationScope, { id, tenants, whole, key, signal }: Making) {
  const { name, slug } = scope.organisation;
  const projects = tenants.map(({ project }) => ({ slug: project.slug, name: project.name, environment: project.environment }));
  let done = 0;
  const onDocument = async () => {
    signal.throwIfAborted();
    done += 1;
    if (done % NOTED === 0) await changeTransfer(scope, id, { done });
  };
  const exportedAt = new Date().toISOString();
  const entries = entriesOf(scope, { id, tenants, whole, key, signal }, onDocument);
  const archive = writeArchive(entries, (facts) => JSON.stringify(signJson({ format: "citadel-export", version: 1, exportedAt, customer: { name, slug }, whole, projects, entries: Object.fromEntries(Object.entries(facts).map(([entry, { bytes, sha256 }]) => [entry, { bytes, sha256 }])) }), null, 1));
  const written = await writeBlob(key, archiveBlob(id), archive, Number.MAX_SAFE_INTEGER);
  await changeTransfer(scope, id, { done, total: done });
  for (const { project } of tenants) await removeBlob(partBlob(id, project.id));
  return written;
}

async function* entriesOf(scope: OrganisationScope, { id, tenants, whole, key }: Making, onDocument: () => Promise<void>): AsyncGenerator<ArchiveEntry> {
  if (whole) yield* customerEntries(scope);
  for (const tenant of tenants) {
    const part = await openBlobArchive(key, partBlob(id, tenant.project.id));
    yield* projectEntries(tenant, part, onDocument);
    await part.close();
  }
}
