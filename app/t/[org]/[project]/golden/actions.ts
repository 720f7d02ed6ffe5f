"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { changeGoldenQuestion } from "@/lib/portal/golden/change-golden-question";
import { deleteGoldenQuestion } from "@/lib/portal/golden/delete-golden-question";
import { goldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { changeRule, goldenRule } from "@/lib/portal/golden/rule";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { cancelRun } from "@/lib/portal/golden/runs/cancel-run";
import { overruleInput, overruleVerdict, takeBackOverruling } from "@/lib/portal/golden/runs/overrule-verdict";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { signGoldenQuestions } from "@/lib/portal/golden/signing/sign-golden-questions";
import { importQuestions } from "@/lib/portal/golden/transfer/import-questions";
import { readQuestionFile } from "@/lib/portal/golden/transfer/read-question-file";

const GOLDEN = "/t/[org]/[project]/golden";
const RUN = "/t/[org]/[project]/golden/runs/[run]";
const id = z.string().max(100);

/** Keeps a new question. */
export const addQuestion = defineAction({
  name: "golden.add",
  permission: "golden.write",
  input: goldenQuestionInput,
  async handle(scope, input) {
    const question = await saveGoldenQuestion(scope, input);
    revalidatePath(GOLDEN, "page");
    return question;
  },
});

/** Changes a question; it has to be run again. */
export const changeQuestion = defineAction({
  name: "golden.change",
  permission: "golden.write",
  input: z.object({ id, question: goldenQuestionInput }),
  async handle(scope, input) {
    const question = await changeGoldenQuestion(scope, input.id, input.question);
    revalidatePath(GOLDEN, "page");
    return question;
  },
});

/** Removes a question with its verdicts. */
export const removeQuestion = defineAction({
  name: "golden.remove",
  permission: "golden.write",
  input: z.object({ id }),
  async handle(scope, input) {
    await deleteGoldenQuestion(scope, input.id);
    revalidatePath(GOLDEN, "page");
  },
});

/** Asks one question and judges the answer. */
export const runQuestion = defineAction({
  name: "golden.run",
  permission: "golden.write",
  input: z.object({ id }),
  async handle(scope, input) {
    const question = await runGoldenQuestion(scope, input.id);
    revalidatePath(GOLDEN, "page");
    return question;
  },
});

/** Switches "Ask your docs" on or off for end users. */
export const switchAsking = defineAction({
  name: "asking.switch",
  permission: "asking.switch",
  input: z.object({ enabled: z.boolean() }),
  async handle(scope, { enabled }) {
    const state = await setAsking(scope, enabled);
    revalidatePath("/t/[org]/[project]", "layout");
    return state;
  },
});

/** Brings in the questions of a CSV or JSON file, all or none. */
export const importQuestionFile = defineAction({
  name: "golden.import",
  permission: "golden.write",
  input: z.object({ text: z.string().max(1_000_000) }),
  async handle(scope, { text }) {
    const imported = await importQuestions(scope, readQuestionFile(text));
    revalidatePath(GOLDEN, "page");
    return imported;
  },
});

/** Starts a run of all questions. */
export const startGoldenRun = defineAction({
  name: "golden.start-run",
  permission: "golden.write",
  input: z.null(),
  handle: (scope) => startRun(scope, "hand"),
});

/** Cancels a run that is on its way. */
export const cancelGoldenRun = defineAction({
  name: "golden.cancel-run",
  permission: "golden.write",
  input: z.object({ id }),
  handle: (scope, input) => cancelRun(scope, input.id),
});

/** Puts the person's word against a verdict. */
export const overrule = defineAction({
  name: "golden.overrule",
  permission: "golden.write",
  input: overruleInput,
  async handle(scope, input) {
    await overruleVerdict(scope, input);
    revalidatePath(GOLDEN, "page");
    revalidatePath(RUN, "page");
  },
});

/** Takes a person's word against a verdict back. */
export const takeBack = defineAction({
  name: "golden.take-back",
  permission: "golden.write",
  input: z.object({ verdictId: id }),
  async handle(scope, { verdictId }) {
    await takeBackOverruling(scope, verdictId);
    revalidatePath(GOLDEN, "page");
    revalidatePath(RUN, "page");
  },
});

/** Signs the questions in the person's name. */
export const signQuestions = defineAction({
  name: "golden.sign",
  permission: "asking.switch",
  input: z.null(),
  async handle(scope) {
    await signGoldenQuestions(scope);
    revalidatePath(GOLDEN, "page");
  },
});

/** Sets the rule of the gate and the schedule. */
export const changeGoldenRule = defineAction({
  name: "golden.rule",
  permission: "asking.switch",
  input: goldenRule,
  async handle(scope, input) {
    await changeRule(scope, input);
    revalidatePath(GOLDEN, "page");
  },
});

/** Keeps suggestions as questions. */
export const acceptSuggestions = defineAction({
  name: "golden.accept",
  permission: "golden.write",
  input: z.object({ questions: z.array(goldenQuestionInput).min(1).max(50) }),
  async handle(scope, { questions }) {
    for (const question of questions) await saveGoldenQuestion(scope, question, "document");
    revalidatePath(GOLDEN, "page");
    return questions.length;
  },
});
