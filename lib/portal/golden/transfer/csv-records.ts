import { readCsv, writeCsv } from "@/lib/portal/golden/transfer/csv";
import { COLUMNS, type QuestionRecord } from "@/lib/portal/golden/transfer/question-record";

/** Between the items of a list in one cell; an item that holds it itself has it doubled. */
const BETWEEN = "|";
const YES = /^(yes|true|1|y|x|ja|oui|sí|si)$/i;

/** Questions as CSV, one a row. */
export function recordsToCsv(records: readonly QuestionRecord[]): string {
  return writeCsv([[...COLUMNS], ...records.map(rowOf)]);
}

/** The records of a CSV; columns it does not have are empty. Throws CitadelError `malformed_request`. */
export function recordsOfCsv(text: string): QuestionRecord[] {
  return readCsv(text).map((row) => ({
    question: textOf(row.question),
    otherWordings: listOf(row.other_wordings),
    mustContain: listOf(row.must_contain),
    mustNotContain: listOf(row.must_not_contain),
    referenceAnswer: textOrNull(row.reference_answer),
    expectedDocument: textOrNull(row.expected_document),
    expectedPage: numberOr(row.expected_page, null),
    mustBeRefused: YES.test(textOf(row.must_be_refused)),
    mustPass: YES.test(textOf(row.must_pass)),
    weight: numberOr(row.weight, 1) ?? 1,
    tags: listOf(row.tags),
    owner: textOrNull(row.owner),
    notes: textOf(row.notes),
    modelOpinion: opinionOf(row.model_opinion),
  }));
}

function rowOf(record: QuestionRecord): string[] {
  return [
    record.question,
    list(record.otherWordings),
    list(record.mustContain),
    list(record.mustNotContain),
    record.referenceAnswer ?? "",
    record.expectedDocument ?? "",
    record.expectedPage?.toString() ?? "",
    record.mustBeRefused ? "yes" : "no",
    record.mustPass ? "yes" : "no",
    record.weight.toString(),
    list(record.tags),
    record.owner ?? "",
    record.notes,
    record.modelOpinion,
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(BETWEEN, BETWEEN + BETWEEN)).join(` ${BETWEEN} `);
}

function listOf(cell: string | undefined): string[] {
  return textOf(cell)
    .split(/(?<!\|)\|(?!\|)/)
    .map((item) => item.replaceAll(BETWEEN + BETWEEN, BETWEEN).trim())
    .filter((item) => item !== "");
}

function textOf(cell: string | undefined): string {
  return cell?.trim() ?? "";
}

function textOrNull(cell: string | undefined): string | null {
  return textOf(cell) === "" ? null : textOf(cell);
}

function opinionOf(cell: string | undefined): QuestionRecord["modelOpinion"] {
  const text = textOf(cell).toLowerCase();
  return text === "shown" || text === "counts" ? text : "none";
}

/** NaN for what is no number, so that the row is named and not silently read as something else. */
function numberOr(cell: string | undefined, empty: number | null): number | null {
  return textOf(cell) === "" ? empty : Number(textOf(cell));
}
