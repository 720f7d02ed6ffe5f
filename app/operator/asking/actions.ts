"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { stopAsking } from "@/lib/portal/operators/stop-asking";

const id = z.string().max(100);

/** Stops "Ask your docs" of one project at once, or lifts the stop. */
export const stopProjectAsking = defineOperatorAction({
  name: "operator.stop-asking",
  input: z.object({ organisationId: id, projectId: id, stop: z.boolean() }),
  async handle(operator, { stop, ...target }) {
    await stopAsking(operator, target, stop);
    revalidatePath("/operator/asking", "page");
  },
});
