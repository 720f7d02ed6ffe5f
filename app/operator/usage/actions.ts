"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { quotaSchema } from "@/lib/portal/quota/quota";
import { setQuota } from "@/lib/portal/quota/set-quota";

/** Sets what a customer may use. */
export const changeLimits = defineOperatorAction({
  name: "operator.limits",
  input: z.object({ organisationId: z.string().max(100), limits: quotaSchema }),
  async handle(operator, { organisationId, limits }) {
    await setQuota(organisationId, limits, { kind: "operator", id: operator.personId, name: operator.name });
    revalidatePath("/operator/usage", "page");
  },
});
