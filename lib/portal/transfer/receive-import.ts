import "server-only";

import { z } from "zod";

import { writeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { createDataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";
import { discardArchive } from "@/lib/portal/transfer/change-transfer";
import { archiveBlob } from "@/lib/portal/transfer/transfer";
import { openVault } from "@/lib/portal/vault";

/** The largest archive that is taken, in bytes. */
const MOST_BYTES = 64 * 1024 ** 3;

/** `POST /t/{org}/{project}/api/import`: the body is an export's ZIP file; it is kept encrypted as it comes in, and a job brings it into the project. */
export const receiveImport = definePortalRoute({
  method: "POST",
  path: "/t/{org}/{project}/api/import",
  summary: "Bring an export into an empty project",
  permission: "data.leave",
  responses: { 202: { description: "It is being brought in.", schema: z.object({ id: z.string() }) } },
  async handle(scope, { request }) {
    await requireEmpty(scope);
    if (request.body === null) throw new CitadelError("empty_file", "No archive was sent. Choose the ZIP file of an export.");
    return { status: 202, body: { id: await keepImport(scope, request.body) } };
  },
});

/** Keeps an archive and asks for its import. Returns the transfer's id. Throws CitadelError `too_large`, and whatever the stream throws. */
export async function keepImport(scope: TenantScope, body: ReadableStream<Uint8Array>): Promise<string> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const id = newId("trf");
  await createDataKey(id);
  try {
    const { bytes, sha256 } = await writeBlob(await openDataKey(id), archiveBlob(id), body, MOST_BYTES);
    await withOrganisation(scope, async (tx) => {
      await tx.transfer.create({ data: { ...owner, id, kind: "import", bytes: BigInt(bytes), sha256, askedBy: scope.actorId, askedName: scope.person.name } });
      await queueProjectJob(tx, scope, { kind: "transfer.import", subject: id });
      await recordAudit(tx, scope, { action: "project.imported", target: { kind: "project", id: scope.project.id, name: scope.project.name }, after: { bytes, sha256 } });
    });
    return id;
  } catch (thrown) {
    await discardArchive(id);
    throw thrown;
  }
}

async function requireEmpty(scope: TenantScope): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const [{ data }, questions] = await Promise.all([(await openVault(scope)).documents.list({ limit: 1 }), withOrganisation(scope, (tx) => tx.goldenQuestion.count({ where }))]);
  if (data.length > 0 || questions > 0) throw new CitadelError("conflict", "This project is not empty. Choose a project without documents and golden questions.");
}
