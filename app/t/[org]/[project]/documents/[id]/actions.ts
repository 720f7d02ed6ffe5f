"use server";

import { revalidatePath } from "next/cache";

import { defineAction } from "@/lib/portal/actions/define-action";
import { assignOwner as assign, ownerInput } from "@/lib/portal/documents/document-owner";

/** Names who looks after a document. */
export const assignOwner = defineAction({
  name: "documents.assign",
  permission: "documents.write",
  input: ownerInput,
  async handle(scope, input) {
    await assign(scope, input);
    revalidatePath("/t/[org]/[project]/documents", "layout");
  },
});
