"use server";

import { revalidatePath } from "next/cache";

import { defineAction } from "@/lib/portal/actions/define-action";
import { promotionInput } from "@/lib/portal/promotion/promotion";
import { startPromotion } from "@/lib/portal/promotion/start-promotion";

/** Begins to copy from the project that the action is asked for. */
export const promoteFrom = defineAction({
  name: "promotion.start",
  permission: "golden.write",
  input: promotionInput,
  async handle(scope, input) {
    await startPromotion(scope, input);
    revalidatePath("/t/[org]/[project]/promote", "page");
  },
});
