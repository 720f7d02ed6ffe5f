/**
 * Leaving, seen whole: `npm run bench:leaving`. A customer with the evaluation's corpus and golden questions of it is exported and brought into an empty project of another
 * customer, and both are counted. Then it is deleted without grace; its receipt is checked by the program that customers use, and its phrases are looked for in a plain-text dump
 * of every table and in every blob that can still be opened: before, where they must stand, and after, where none may. Exits with 1 when something is not as it must be.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { readQuestionSets } from "../evals/question-set";

import { closeEngineDatabase } from "@/lib/engine/database";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { eraseDeleted, readWaiting } from "@/lib/engine/testing/engine";
import { readWholeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { signingPublicKey } from "@/lib/platform/crypto/signing";
import { withConnection } from "@/lib/platform/db/connect";
import { env, required } from "@/lib/platform/env";
import { closePortalDatabase, withOrganisation } from "@/lib/portal/database";
import { allDocuments } from "@/lib/portal/documents/each-document";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { runReport } from "@/lib/portal/golden/runs/run-report";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { fromJob } from "@/lib/portal/jobs/from-job";
import { carryOutDeletion } from "@/lib/portal/leaving/carry-out-deletion";
import { deleteOwn } from "@/lib/portal/leaving/delete-own";
import { findDeletion, listOwnDeletions } from "@/lib/portal/leaving/list-deletions";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { engineProjectOf } from "@/lib/portal/testing/engine-project-of";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { askExport } from "@/lib/portal/transfer/ask-export";
import { carryOutImport } from "@/lib/portal/transfer/carry-out-import";
import { exportResponse } from "@/lib/portal/transfer/download-export";
import { keepImport } from "@/lib/portal/transfer/receive-import";
import { makeExport } from "@/lib/portal/transfer/make-export";
import { openVault } from "@/lib/portal/vault";

const QUESTIONS = 40;
/** Phrases that nobody else has: in a document, in a golden question, in a conversation. */
const PHRASES = ["vermilion heron clause 7319", "cobalt stork question 7319", "ochre bittern inquiry 7319"] as const;
const { signal } = new AbortController();
const wrong: string[] = [];

/** A row of the table that is printed; `isGood` decides how this program ends. */
function tell(what: string, value: string, isGood = true): void {
  console.log(`${what.padEnd(58)} ${value}${isGood ? "" : "   ← WRONG"}`);
  if (!isGood) wrong.push(what);
}

async function jobScope(scope: OrganisationScope, subject: string): Promise<OrganisationScope> {
  const { id: jobId } = await withOrganisation(scope, (tx) => tx.job.findFirstOrThrow({ where: { organisationId: scope.organisation.id, subject } }));
  const job = await fromJob({ organisationId: scope.organisation.id, jobId });
  if (job === null) throw new Error("The job is not there.");
  return job.organisation;
}

async function fill(scope: TenantScope): Promise<void> {
  const [set] = readQuestionSets("evals/corpus");
  if (set === undefined) throw new Error("There is no corpus.");
  const client = await openVault(scope);
  const texts = [...set.files.map(({ name, path }) => ({ name, bytes: readFileSync(path) })), { name: "contract.md", bytes: Buffer.from(`# Contract\n\nThe ${PHRASES[0]} binds both parties for ten years.\n`) }];
  for (const { name, bytes } of texts) await client.documents.upload({ name, body: new Blob([Uint8Array.from(bytes)]).stream() });
  await readWaiting(await engineProjectOf(scope));
  for (const gold of set.questions.slice(0, QUESTIONS)) {
    await saveGoldenQuestion(scope, gold.answerable ? { question: gold.question, expectedPhrases: gold.answer.slice(0, 1) } : { question: gold.question, expectsRefusal: true });
  }
  await saveGoldenQuestion(scope, { question: `What of the ${PHRASES[1]}?`, expectsRefusal: true });
  await client.chat({ question: `And of the ${PHRASES[2]}?` });
}

/** What is compared of two projects: documents, pages and chunks, and every verdict with its reason. */
async function counted(scope: TenantScope) {
  const documents = (await allDocuments(await openVault(scope))).map(({ name, status, pageCount, chunkCount, sha256 }) => ({ name, status, pageCount, chunkCount, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const { id, number } = await startRun(scope, "hand");
  await executeRun(scope, { subject: id, attempt: 1, signal });
  const { results } = await runReport(scope, number);
  const verdicts = results.map(({ asked, verdict: { passed, reason } }) => ({ question: asked.question, passed, reason })).sort((a, b) => (a.question < b.question ? -1 : 1));
  const sum = (of: "pageCount" | "chunkCount") => documents.reduce((total, document) => total + document[of], 0);
  return { documents, verdicts, pages: sum("pageCount"), chunks: sum("chunkCount"), passed: verdicts.filter(({ passed }) => passed).length };
}

async function roundTrip(from: TenantScope, into: TenantScope): Promise<void> {
  const before = await counted(from);
  const id = await askExport(from, { project: from.project.slug });
  await makeExport(await jobScope(from, id), { subject: id, attempt: 1, signal });
  const archive = await exportResponse(from, id, null);
  const imported = await keepImport(into, archive.body ?? new Blob([]).stream());
  while ((await carryOutImport(into, { subject: imported, attempt: 1, signal })) !== undefined) await readWaiting(await engineProjectOf(into));
  const after = await counted(into);
  const compare = (what: string, one: number, other: number, isSame: boolean) => tell(what, `${one} → ${other}`, isSame && one > 0);
  compare("documents, exported → imported (names, sha256, status)", before.documents.length, after.documents.length, JSON.stringify(before.documents) === JSON.stringify(after.documents));
  compare("pages", before.pages, after.pages, before.pages === after.pages);
  compare("chunks", before.chunks, after.chunks, before.chunks === after.chunks);
  compare("golden verdicts (each with its reason)", before.verdicts.length, after.verdicts.length, JSON.stringify(before.verdicts) === JSON.stringify(after.verdicts));
  compare("of them passed", before.passed, after.passed, before.passed === after.passed);
}

/** Every row of every table of all three schemas as text: what a plain-text logical dump holds of them. (The embedded PostgreSQL ships no pg_dump.) */
async function dumped(): Promise<{ text: string; tables: number; rows: number }> {
  return withConnection(required("DATABASE_URL"), async (connection) => {
    const { rows: tables } = await connection.query<{ name: string }>(`SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('portal', 'engine', 'queue') ORDER BY 1`);
    const texts: string[] = [];
    for (const { name } of tables) texts.push(...(await connection.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)).rows.map(({ text }) => text));
    return { text: texts.join("\n"), tables: tables.length, rows: texts.length };
  });
}

/** Every blob of every project that a key still opens, decrypted. */
async function opened(): Promise<{ text: string; blobs: number; shut: number }> {
  const folder = join(env().DATA_DIR, "blobs");
  const texts: string[] = [];
  let shut = 0;
  for (const owner of readdirSync(folder)) {
    const key = await openDataKey(owner).catch(() => undefined);
    if (key === undefined) shut += 1;
    else for (const name of readdirSync(join(folder, owner))) texts.push((await readWholeBlob(key, `${owner}/${name}`)).toString("latin1"));
  }
  return { text: texts.join("\n"), blobs: texts.length, shut };
}

async function search(when: string, most: number): Promise<void> {
  const [dump, blobs] = [await dumped(), await opened()];
  // Bytes stand in a dump as hexadecimal digits.
  const hits = (text: string) => PHRASES.filter((phrase) => text.includes(phrase) || text.includes(Buffer.from(phrase).toString("hex"))).length;
  tell(`phrases in the dump, ${when}`, `${hits(dump.text)} of ${PHRASES.length} (${dump.rows} rows of ${dump.tables} tables)`, hits(dump.text) === most);
  // Only the document's phrase stands in an original; an archive is packed, and its own originals are not.
  tell(`phrases in the opened blobs, ${when}`, `${hits(blobs.text)} (${blobs.blobs} blobs, ${blobs.shut} folders without a key)`, most === 0 ? hits(blobs.text) === 0 : hits(blobs.text) > 0);
}

async function leave(scope: TenantScope): Promise<void> {
  const engineProject = await engineProjectOf(scope);
  await deleteOwn(scope, { project: null, typedName: scope.organisation.name, graceDays: 0 });
  const [deletion] = await listOwnDeletions(scope);
  const id = deletion?.id ?? "";
  const worker = await jobScope(scope, id);
  while ((await carryOutDeletion(worker, { subject: id, attempt: 1, signal })) !== undefined) await eraseDeleted(engineProject);
  const path = join(env().DATA_DIR, "receipt.json");
  const { receipt, status } = await findDeletion(id);
  writeFileSync(path, JSON.stringify(receipt));
  const program = ["lib/launch/run.mjs", "lib/portal/leaving/verify-receipt.ts", path, "--public-key", signingPublicKey()];
  const said = await promisify(execFile)(process.execPath, program).then(({ stdout }) => stdout, (failed: { stdout: string }) => failed.stdout);
  tell("deletion", status, status === "done");
  tell("receipt by verify-receipt", said.match(/VALID[^.]*|REFUSED.*/)?.[0] ?? said, said.includes("VALID:"));
  const rows = Object.values(receipt?.payload.rows ?? {});
  tell("rows of the portal, before → after", `${rows.reduce((sum, { before }) => sum + before, 0)} → ${rows.reduce((sum, { after }) => sum + after, 0)}`, rows.every(({ after }) => after === 0));
}

const [leaver, stayer] = [await ownerScope(await newTenant()), await ownerScope(await newTenant())];
await fill(leaver);
const kept = await ownerScope(await newTenant());
await (await openVault(kept)).documents.upload({ name: "other.md", body: new Blob(["# Other\n\nNothing of theirs.\n"]).stream() });
await roundTrip(leaver, stayer);
await search("before the deletion", PHRASES.length);
// The copy is the leaver's text as well: it goes first, as its own customer's.
await leave(stayer);
await leave(leaver);
await search("after it", 0);
stopReaders();
await closePortalDatabase();
await closeEngineDatabase();
process.exit(wrong.length === 0 ? 0 : 1);
