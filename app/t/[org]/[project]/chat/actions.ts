"use server";

import { revalidatePath } from "next/cache";

import { defineAction } from "@/lib/portal/actions/define-action";
import { saveAsExpected as save } from "@/lib/portal/chat/save-as-expected";
import { feedbackInput } from "@/lib/portal/feedback/feedback";
import { findHelper, helperInput } from "@/lib/portal/feedback/find-helper";
import { rateAnswer } from "@/lib/portal/feedback/rate-answer";
import { goldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** Makes a golden question of an answer in the chat. */
export const saveAsExpected = defineAction({
  name: "chat.saveAsExpected",
  permission: "golden.write",
  input: goldenQuestionInput,
  async handle(scope, input) {
    const { id } = await save(scope, input);
    revalidatePath("/t/[org]/[project]/golden", "page");
    return { id };
  },
});

/** Says whether an answer was right. */
export const rate = defineAction({ name: "chat.rate", permission: "chat.ask", input: feedbackInput, handle: rateAnswer });

/** Whom to ask about an answer. */
export const findPerson = defineAction({ name: "chat.findPerson", permission: "chat.ask", input: helperInput, handle: findHelper });
