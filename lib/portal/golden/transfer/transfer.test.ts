import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { listGoldenQuestions } from "@/lib/portal/golden/list-golden-questions";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { readCsv, writeCsv } from "@/lib/portal/golden/transfer/csv";
import { recordsOfCsv, recordsToCsv } from "@/lib/portal/golden/transfer/csv-records";
import { exportQuestions } from "@/lib/portal/golden/transfer/export-questions";
import { importQuestions } from "@/lib/portal/golden/transfer/import-questions";
import { questionRecord } from "@/lib/portal/golden/transfer/question-record";
import { readQuestionFile } from "@/lib/portal/golden/transfer/read-question-file";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

describe("CSV", () => {
  it("starts no formula in a spreadsheet, and reads back what it wrote", () => {
    const rows = [["question"], ["=HYPERLINK(1)"], ["+1"], ["-15 days?"], ["@x"], ['a "b", c\nd'], ["'quoted'"], ["'=1"]];
    const text = writeCsv(rows);
    expect(text).not.toMatch(/(^|[\n,"])[=+@-]/);
    expect(readCsv(text).map(({ question }) => [question])).toEqual(rows.slice(1));
  });

  it.each([["question;must_contain\nHow many?;15"], ["Question\tMust_contain\r\nHow many?\t15"], ["\uFEFFmust_contain,question\n15,How many?"]])(
    "is read whatever stands between its cells: %j",
    (text) => {
      expect(recordsOfCsv(text)).toMatchObject([{ question: "How many?", mustContain: ["15"], weight: 1, mustBeRefused: false }]);
    },
  );

  const line = fc.string({ unit: fc.constantFrom(..."abc |\",;='-é15"), minLength: 1, maxLength: 12 }).map((text) => text.trim());
  const item = line.filter((text) => text !== "" && !/^\||\|$|\|\s*\|/.test(text));
  const records = fc.array(
    fc.record({
      question: item,
      otherWordings: fc.array(item, { maxLength: 3 }),
      mustContain: fc.array(item, { maxLength: 3 }),
      mustNotContain: fc.array(item, { maxLength: 1 }),
      referenceAnswer: fc.option(item),
      expectedDocument: fc.option(item),
      expectedPage: fc.option(fc.integer({ min: 1, max: 99 })),
      mustBeRefused: fc.boolean(),
      mustPass: fc.boolean(),
      weight: fc.integer({ min: 1, max: 10 }),
      tags: fc.array(item, { maxLength: 2 }),
      owner: fc.constantFrom(null, "olga@example.com"),
      notes: line,
      modelOpinion: fc.constantFrom("none" as const, "shown" as const, "counts" as const),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it("gives back every record it was given", () => {
    fc.assert(
      fc.property(records, (given) => {
        expect(recordsOfCsv(recordsToCsv(given))).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a file of golden questions", () => {
  it("goes from one customer into another and says the same there", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const [from, to] = [await ownerScope(own), await ownerScope(other)];
    await saveGoldenQuestion(from, { question: "How many days?", expectedPhrases: ["15 days"], forbiddenPhrases: ["20"], tags: ["leave"], mustPass: true, weight: 3 });
    await saveGoldenQuestion(from, { question: "The moon?", wordings: ["What of the moon?"], expectsRefusal: true, ownerId: own.owner.personId, notes: "Far." });
    await saveGoldenQuestion(from, { question: "Cited?", expectedDocument: { id: "doc_1", name: "leave.md" }, expectedPage: 2 });
    for (const format of ["csv", "json"] as const) {
      const text = await exportQuestions(from, format);
      const imported = await importQuestions(to, readQuestionFile(text));
      expect(imported).toMatchObject(format === "csv" ? { added: 3, changed: 0, unchanged: 0 } : { added: 0, changed: 0, unchanged: 3 });
      expect(imported.notices).toEqual(["“leave.md” is not among the documents yet.", `${own.owner.email} is not a member here; the questions have no owner.`]);
    }
    const told = async (scope: typeof from) =>
      (await listGoldenQuestions(scope)).map(({ id: _id, ownerId: _ownerId, createdAt: _at, origin: _origin, expectedDocument, ...rest }) => ({ ...rest, name: expectedDocument?.name }));
    expect(await told(to)).toEqual(await told(from));
    expect((await listGoldenQuestions(to)).map(({ origin, ownerId }) => [origin, ownerId])).toEqual(Array.from({ length: 3 }, () => ["import", null]));
  });

  it("changes a question that is there by its wording, and doubles none", async () => {
    const scope = await ownerScope(await newTenant());
    const record = questionRecord.parse({ question: "How many days?", mustContain: ["15"] });
    expect(await importQuestions(scope, [record, { ...record, question: "HOW MANY DAYS?", mustContain: ["20"] }])).toMatchObject({ added: 1, changed: 1 });
    expect(await listGoldenQuestions(scope)).toMatchObject([{ question: "HOW MANY DAYS?", expectedPhrases: ["20"] }]);
  });

  it("is brought in whole or not at all, and names what does not fit", async () => {
    const scope = await ownerScope(await newTenant());
    const text = "question,must_contain,expected_page\nGood?,15,\n,15,\nNo page of anything?,15,two\nExpects nothing?,,";
    await expect(importQuestions(scope, readQuestionFile(text))).rejects.toMatchObject({
      code: "malformed_request",
      message: expect.stringMatching(/Question 2: Write the question.*Question 3: .*Question 4: Name a text/),
    });
    expect(await listGoldenQuestions(scope)).toEqual([]);
  });

  it.each(["", "question\n", "[]", '{"format":"other"}', '{"format":', "a\"b\nc"])("is refused when it is none: %j", (text) => {
    expect(() => readQuestionFile(text)).toThrow(expect.objectContaining({ code: "malformed_request" }));
  });

  it("is refused above its size", () => {
    expect(() => readQuestionFile(`question\n${"x\n".repeat(1_001)}`)).toThrow(expect.objectContaining({ code: "too_large" }));
  });
});
