import "server-only";

import { z } from "zod";

import type { EngineClient } from "@/lib/engine/client";
import type { EngineDocument } from "@/lib/engine/contract";
import type { OpenArchive } from "@/lib/platform/archive/open-archive";
import { MANIFEST } from "@/lib/platform/archive/write-archive";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { isSignedBy } from "@/lib/platform/crypto/signing";
import { CitadelError } from "@/lib/platform/errors";
import { allDocuments } from "@/lib/portal/documents/each-document";
import { careSetting, changeCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { changeRule, goldenRule } from "@/lib/portal/golden/rule";
import { importQuestions } from "@/lib/portal/golden/transfer/import-questions";
import { questionFile } from "@/lib/portal/golden/transfer/question-record";
import { documentsChanged } from "@/lib/portal/golden/watch";
import type { ProjectJobHandler } from "@/lib/portal/jobs/handler";
import { MOST_ATTEMPTS } from "@/lib/portal/jobs/settle-job";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import type { TenantScope } from "@/lib/portal/scope";
import { changeTransfer, discardArchive } from "@/lib/portal/transfer/change-transfer";
import { DOCUMENTS, type ExportManifest, listedDocument, QUESTIONS, SETTINGS, signedManifest } from "@/lib/portal/transfer/manifest";
import { openBlobArchive } from "@/lib/portal/transfer/open-blob-archive";
import { archiveBlob } from "@/lib/portal/transfer/transfer";
import { openVault } from "@/lib/portal/vault";

/** Until the documents are looked at again, in ms. */
const AGAIN_MS = 2_000;

const settings = z.object({ rule: goldenRule, care: careSetting });
const listed = z.array(listedDocument);

/** A sentence for the person; trying again would not help. */
class Unusable extends Error {}

/**
 * The job `transfer.import`: brings the documents of an export in under their names, waits until they are read, then its golden questions and settings. What is there
 * already is left, so that a worker that stopped is followed by one that goes on.
 */
export const carryOutImport: ProjectJobHandler = async (scope, { subject: id, attempt, signal }) => {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  const row = await withOrganisation(scope, (tx) => tx.transfer.findFirst({ where }));
  if (row === null || !["waiting", "running"].includes(row.status)) return undefined;
  try {
    const note = await bringIn(scope, id, signal);
    if (note === undefined) return new Date(Date.now() + AGAIN_MS);
    await end(scope, id, "ready", note === "" ? null : note);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Unusable) await end(scope, id, "failed", thrown.message);
    else if (thrown instanceof CitadelError && thrown.status < 500) await end(scope, id, "failed", thrown.message);
    else if (signal.aborted || attempt < MOST_ATTEMPTS) throw thrown;
    else await end(scope, id, "failed", "The archive could not be brought in. Try again; if it stays, tell your administrator.");
    return undefined;
  }
};

async function end(scope: TenantScope, id: string, status: "ready" | "failed", note: string | null): Promise<void> {
  await discardArchive(id);
  await changeTransfer(scope, id, { status, note, finishedAt: new Date() });
}

/** Undefined while documents are being read; then what to look at, or nothing. */
async function bringIn(scope: TenantScope, id: string, signal: AbortSignal): Promise<string | undefined> {
  const archive = await openBlobArchive(await openDataKey(id), archiveBlob(id)).catch(unusable);
  const manifest = await manifestOf(archive);
  const folder = folderFor(scope, manifest);
  const documents = listed.parse(JSON.parse(await archive.text(`${folder}/${DOCUMENTS}`).catch(unusable)));
  const client = await openVault(scope);
  const there = new Map((await allDocuments(client)).map((document) => [document.name, document]));
  for (const document of documents.filter(({ name }) => !there.has(name))) {
    signal.throwIfAborted();
    there.set(document.name, await upload(scope, client, archive, document, manifest));
  }
  const settled = documents.filter(({ name }) => ["ready", "failed"].includes(there.get(name)?.status ?? "failed")).length;
  await changeTransfer(scope, id, { status: "running", done: settled, total: documents.length });
  if (settled < documents.length) return undefined;
  return bringInQuestions(scope, archive, folder);
}

async function upload(scope: TenantScope, client: EngineClient, archive: OpenArchive, { name, original }: z.output<typeof listedDocument>, manifest: ExportManifest): Promise<EngineDocument> {
  const [body, facts] = [archive.read(original), manifest.entries[original]];
  if (body === undefined || facts === undefined) throw new Unusable(`The archive does not hold “${name}”. It is not whole: download it again.`);
  const { document } = await withinQuota(scope, { documents: 1, bytes: facts.bytes }, () => client.documents.upload({ name, body }));
  if (document.sha256 !== facts.sha256) throw new Unusable(`“${name}” is not what the archive’s manifest says. Download the archive again.`);
  return document;
}

async function bringInQuestions(scope: TenantScope, archive: OpenArchive, folder: string): Promise<string> {
  const { questions } = questionFile.parse(JSON.parse(await archive.text(`${folder}/${QUESTIONS}`).catch(unusable)));
  const { rule, care } = settings.parse(JSON.parse(await archive.text(`${folder}/${SETTINGS}`).catch(unusable)));
  await changeRule(scope, rule);
  await changeCareSetting(scope, care);
  const { notices } = questions.length === 0 ? { notices: [] } : await importQuestions(scope, questions);
  await withOrganisation(scope, (tx) => documentsChanged(tx, scope));
  return notices.join(" ");
}

async function manifestOf(archive: OpenArchive): Promise<ExportManifest> {
  const read = signedManifest.safeParse(JSON.parse(await archive.text(MANIFEST).catch(unusable)));
  // The archive may come from another server: its own key says whether it is as it was made.
  if (!read.success || !isSignedBy(read.data.signature.publicKey, read.data)) return unusable(read.error);
  return read.data.payload;
}

/** The one project of the archive, or the one that has this project's address. */
function folderFor(scope: TenantScope, { projects }: ExportManifest): string {
  const [only] = projects;
  const chosen = projects.length === 1 ? only : projects.find(({ slug }) => slug === scope.project.slug);
  if (chosen === undefined) throw new Unusable("The archive holds several projects, and none with this project’s address. Export the one project alone, and bring that in.");
  return `projects/${chosen.slug}`;
}

function unusable(cause: unknown): never {
  throw new Unusable("This file is not an export, or it is not whole. Download the export again, and choose that file.", { cause });
}
