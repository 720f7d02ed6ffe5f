"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineAction } from "@/lib/portal/actions/define-action";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { changeGoldenQuestion } from "@/lib/portal/golden/change-golden-question";
import { deleteGoldenQuestion } from "@/lib/portal/golden/delete-golden-question";
import { goldenQuestionInput } from "@/lib/portal/golden/golden-question";
import { runGoldenQuestion } from "@/lib/portal/golden/run-golden-question";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";

const GOLDEN = "/t/[org]/[project]/golden";
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

/** Asks one question and judges the answer. The page asks for itself again when the last of several has run. */
export const runQuestion = defineAction({
  name: "golden.run",
  permission: "golden.write",
  input: z.object({ id }),
  handle: (scope, input) => runGoldenQuestion(scope, input.id),
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
