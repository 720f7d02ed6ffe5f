"use server";

import { revalidatePath } from "next/cache";

import { defineAction } from "@/lib/portal/actions/define-action";
import { saveAsExpected as save } from "@/lib/portal/chat/save-as-expected";
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
