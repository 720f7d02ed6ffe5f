import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { citableDocuments } from "@/lib/portal/golden/citable-documents";
import { goldenQuestionInput, type Origin } from "@/lib/portal/golden/golden-question";
import { columnsOf, toAsked } from "@/lib/portal/golden/golden-row";
import { inputOfRecord, type Names, type QuestionRecord } from "@/lib/portal/golden/transfer/question-record";
import { listMembers } from "@/lib/portal/members/list-members";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/** What became of a file's questions. */
export interface Imported {
  added: number;
  changed: number;
  unchanged: number;
  /** What to look at afterwards, a sentence each. */
  notices: string[];
}

type Columns = ReturnType<typeof columnsOf>;

/** How many faults are named before the rest is counted. */
const FAULTS_SHOWN = 5;

/**
 * Brings questions in, all or none. A question that is there already, by its wording, is changed and not doubled, so that a file can be
 * mended and brought in again.
 *
 * @throws CitadelError `validation_failed` that names the rows that do not fit
 */
export async function importQuestions(scope: TenantScope, records: readonly QuestionRecord[], origin: Origin = "import"): Promise<Imported> {
  const names = await namesOf(scope);
  const rows = validRows(records, names);
  const notices = noticesOf(records, names);
  return withOrganisation(scope, async (tx) => {
    const counts = await write(tx, scope, rows, origin);
    await queueProjectJob(tx, scope, { kind: "golden.watch" });
    await recordAudit(tx, scope, { action: "golden.imported", target: { kind: "project", id: scope.project.id, name: scope.project.name }, after: counts });
    return { ...counts, notices };
  });
}

async function namesOf(scope: TenantScope): Promise<Names> {
  const [documents, members] = await Promise.all([citableDocuments(scope), listMembers(scope)]);
  const [ids, people] = [new Map(documents.map(({ id, name }) => [name, id])), new Map(members.map(({ personId, email }) => [email, personId]))];
  return { documentId: (name) => ids.get(name), personId: (email) => people.get(email) };
}

function validRows(records: readonly QuestionRecord[], names: Names): Columns[] {
  const faults: string[] = [];
  const rows = records.flatMap((record, index) => {
    const result = goldenQuestionInput.safeParse(inputOfRecord(record, names));
    if (result.success) return [columnsOf(result.data)];
    faults.push(`Question ${index + 1}: ${result.error.issues[0]?.message ?? "does not fit."}`);
    return [];
  });
  if (faults.length === 0) return rows;
  const more = faults.length > FAULTS_SHOWN ? ` And ${faults.length - FAULTS_SHOWN} more.` : "";
  throw new CitadelError("malformed_request", `Nothing was brought in. ${faults.slice(0, FAULTS_SHOWN).join(" ")}${more} Mend the file and choose it again.`);
}

function noticesOf(records: readonly QuestionRecord[], names: Names): string[] {
  const missing = [...new Set(records.flatMap(({ expectedDocument: name }) => (name !== null && names.documentId(name) === undefined ? [name] : [])))];
  const strangers = [...new Set(records.flatMap(({ owner }) => (owner !== null && names.personId(owner.toLowerCase()) === undefined ? [owner] : [])))];
  return [
    ...missing.map((name) => `“${name}” is not among the documents yet.`),
    ...strangers.map((email) => `${email} is not a member here; the questions have no owner.`),
  ];
}

async function write(tx: PortalTransaction, scope: TenantScope, rows: readonly Columns[], origin: Origin) {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const there = new Map((await tx.goldenQuestion.findMany({ where: owner })).map((row) => [row.question.toLowerCase(), row]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const columns of rows) {
    const key = columns.question.toLowerCase();
    const before = there.get(key);
    if (before === undefined) {
      const row = await tx.goldenQuestion.create({ data: { ...owner, ...columns, id: newId("gld"), origin, createdBy: scope.actorId } });
      there.set(key, row);
      counts.added += 1;
    } else if (sameText(before, columns)) counts.unchanged += 1;
    else {
      const revised = JSON.stringify(toAsked(before)) !== JSON.stringify(toAsked({ ...before, ...columns }));
      await tx.goldenQuestion.updateMany({ where: { ...owner, id: before.id }, data: { ...columns, ...(revised ? { revisedAt: new Date() } : {}) } });
      counts.changed += 1;
    }
  }
  return counts;
}

function sameText(before: object, columns: Columns): boolean {
  const kept: Record<string, unknown> = { ...before };
  return Object.entries(columns).every(([name, value]) => JSON.stringify(kept[name]) === JSON.stringify(value));
}
