"use server";

import { revalidatePath } from "next/cache";

import { defineAction } from "@/lib/portal/actions/define-action";
import { careSetting, changeCareSetting } from "@/lib/portal/conversations/care-setting";

/** Changes how a project is kept right. */
export const changeCare = defineAction({
  name: "settings.care",
  permission: "conversations.review",
  input: careSetting,
  async handle(scope, setting) {
    await changeCareSetting(scope, setting);
    revalidatePath("/t/[org]/[project]/settings", "page");
  },
});
