import "server-only";

import { createHash } from "node:crypto";

import type { EngineDocument } from "@/lib/engine/contract";
import { withOrganisation } from "@/lib/portal/database";
import { noteChange } from "@/lib/portal/documents/note-change";
import { deleteGoldenQuestion } from "@/lib/portal/golden/delete-golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { SAMPLE_DOCUMENTS, SAMPLE_QUESTIONS, SAMPLE_TAG } from "@/lib/portal/guide/sample-set";
import { withinQuota } from "@/lib/portal/quota/within-quota";
import type { TenantScope } from "@/lib/portal/scope";
import { openVault } from "@/lib/portal/vault";

/** Puts the sample documents and their golden questions into the scope's project; what is there already is left as it is. Throws CitadelError `quota_reached`. */
export async function addSamples(scope: TenantScope): Promise<void> {
  const client = await openVault(scope);
  const bytes = SAMPLE_DOCUMENTS.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const ids = new Map<string, string>();
  await withinQuota(scope, { documents: SAMPLE_DOCUMENTS.length, bytes }, async () => {
    for (const { name, text } of SAMPLE_DOCUMENTS) {
      const { document, created } = await client.documents.upload({ name, body: new Blob([text]).stream() });
      ids.set(name, document.id);
      if (created) await noteChange(scope, "document.uploaded", document);
    }
  });
  const there = new Set((await sampleQuestions(scope)).map(({ question }) => question));
  for (const { question, phrase, document } of SAMPLE_QUESTIONS) {
    if (there.has(question)) continue;
    const id = document === null ? undefined : ids.get(document);
    const expectation = phrase === null ? { expectsRefusal: true } : { expectedPhrases: [phrase], expectedDocument: document === null || id === undefined ? null : { id, name: document } };
    await saveGoldenQuestion(scope, { question, tags: [SAMPLE_TAG], ...expectation });
  }
}

/** Takes the samples out again: the documents as they were brought, and the questions that still carry their tag. */
export async function removeSamples(scope: TenantScope): Promise<void> {
  const client = await openVault(scope);
  for (const document of await sampleDocuments(scope)) {
    await client.documents.remove(document.id);
    await noteChange(scope, "document.removed", document);
  }
  for (const { id } of await sampleQuestions(scope)) await deleteGoldenQuestion(scope, id);
}

/** Whether any of the samples is there. */
export async function hasSamples(scope: TenantScope): Promise<boolean> {
  return (await sampleQuestions(scope)).length > 0 || (await sampleDocuments(scope)).length > 0;
}

/** One that somebody has given other bytes is theirs, and no sample any more. */
async function sampleDocuments(scope: TenantScope): Promise<EngineDocument[]> {
  const client = await openVault(scope);
  const { data } = await client.documents.list({ name: "samples/", limit: 200 });
  const digests = new Map(SAMPLE_DOCUMENTS.map(({ name, text }) => [name, createHash("sha256").update(text).digest("hex")]));
  return data.filter(({ name, sha256 }) => digests.get(name) === sha256);
}

function sampleQuestions(scope: TenantScope) {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  return withOrganisation(scope, (tx) =>
    tx.goldenQuestion.findMany({ where: { ...owner, tags: { has: SAMPLE_TAG }, question: { in: SAMPLE_QUESTIONS.map(({ question }) => question) } }, select: { id: true, question: true } }),
  );
}
