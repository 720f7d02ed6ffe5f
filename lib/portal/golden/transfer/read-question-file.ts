import { CitadelError } from "@/lib/platform/errors";
import { recordsOfCsv } from "@/lib/portal/golden/transfer/csv-records";
import { questionFile, type QuestionRecord } from "@/lib/portal/golden/transfer/question-record";

/** The most questions of one file. */
export const MOST_QUESTIONS = 1_000;

/**
 * The records of a file of golden questions: JSON when it begins like it, else CSV.
 *
 * @throws CitadelError `malformed_request`, `too_large`
 */
export function readQuestionFile(text: string): QuestionRecord[] {
  const records = /^\uFEFF?\s*[{[]/.test(text) ? recordsOfJson(text) : recordsOfCsv(text);
  if (records.length === 0) throw new CitadelError("malformed_request", "There is no question in this file. Give it a head line with a column “question”.");
  if (records.length > MOST_QUESTIONS)
    throw new CitadelError("too_large", `This file holds ${records.length} questions; ${MOST_QUESTIONS} can be read at once. Split it.`);
  return records;
}

function recordsOfJson(text: string): QuestionRecord[] {
  try {
    return questionFile.parse(JSON.parse(text.replace(/^\uFEFF/, ""))).questions;
  } catch (thrown) {
    throw new CitadelError("malformed_request", "This file is not a JSON file of golden questions. Export the questions as JSON to see the form.", {
      cause: thrown,
    });
  }
}
