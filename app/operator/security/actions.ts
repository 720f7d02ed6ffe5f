"use server";

import { revalidatePath } from "next/cache";

import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { saveSecurityPage, securityPageInput } from "@/lib/portal/security-page/security-page";

/** Shows a new text on the public security page. */
export const savePublicSecurityPage = defineOperatorAction({
  name: "operator.security-page",
  input: securityPageInput,
  async handle(operator, input) {
    await saveSecurityPage(operator, input);
    revalidatePath("/security", "page");
    revalidatePath("/operator/security", "page");
  },
});
