import "server-only";

import { z } from "zod";

import { jsonLines } from "@/lib/platform/archive/text-stream";
import type { OpenArchive } from "@/lib/platform/archive/open-archive";
import { type ArchiveEntry, MANIFEST } from "@/lib/platform/archive/write-archive";
import { readChain } from "@/lib/portal/audit/list-audit";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { readRule } from "@/lib/portal/golden/rule";
import { exportQuestions } from "@/lib/portal/golden/transfer/export-questions";
import { listMembers } from "@/lib/portal/members/list-members";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { DOCUMENTS, listedDocument, QUESTIONS, SETTINGS } from "@/lib/portal/transfer/manifest";
import { rowsOf, tablesOf } from "@/lib/portal/transfer/rows-of";

const engineDocuments = z.object({ documents: z.array(listedDocument.loose()) });

/** What there is of a customer beside its projects: who it is, its people, its log, and every other row. */
export async function* customerEntries(scope: OrganisationScope): AsyncGenerator<ArchiveEntry> {
  yield { name: "customer.json", body: json(scope.organisation) };
  yield { name: "members.json", body: json(await listMembers(scope)) };
  yield { name: "audit.jsonl", body: jsonLines(auditOf(scope)) };
  for (const table of await tablesOf(scope, false)) yield { name: `records/${table}.jsonl`, body: jsonLines(rowsOf(scope, table, null)) };
}

/** What there is of a project: what its engine gave (`part`), its golden questions and settings, and every other row. */
export async function* projectEntries(scope: TenantScope, part: OpenArchive, onDocument: () => Promise<void>): AsyncGenerator<ArchiveEntry> {
  const folder = `projects/${scope.project.slug}`;
  const { documents } = engineDocuments.parse(JSON.parse(await part.text(MANIFEST)));
  yield { name: `${folder}/${DOCUMENTS}`, body: json(documents.map((document) => ({ ...document, original: `${folder}/${document.original}`, pages: `${folder}/${document.pages}` }))) };
  const originals = new Set(documents.map(({ original }) => original));
  for (const name of part.names) {
    const body = name === MANIFEST ? undefined : part.read(name);
    if (body === undefined) continue;
    yield { name: `${folder}/${name}`, body };
    if (originals.has(name)) await onDocument();
  }
  yield { name: `${folder}/${QUESTIONS}`, body: await exportQuestions(scope, "json") };
  yield { name: `${folder}/${SETTINGS}`, body: json(await settingsOf(scope)) };
  for (const table of await tablesOf(scope, true)) yield { name: `${folder}/records/${table}.jsonl`, body: jsonLines(rowsOf(scope, table, scope.project.id)) };
}

async function settingsOf(scope: TenantScope) {
  return withOrganisation(scope, async (tx) => ({ project: scope.project, rule: await readRule(tx, scope), care: await readCareSetting(tx, scope) }));
}

async function* auditOf(scope: OrganisationScope): AsyncGenerator<unknown> {
  for await (const rows of readChain(scope)) yield* rows;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
