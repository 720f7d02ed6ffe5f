"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { graceDays } from "@/lib/portal/leaving/deletion";
import { customerId } from "@/lib/portal/operator-api/customer-path";
import { changeStatusFromDesk, deleteFromDesk, undoFromDesk } from "@/lib/portal/operators/leaving";

const LEAVING = "/operator/leaving";

/** Shuts a customer, or opens it again. */
export const changeStatus = defineOperatorAction({
  name: "operator.customer-status",
  input: z.object({ id: customerId, status: z.enum(["active", "suspended"]) }),
  async handle(operator, { id, status }) {
    await changeStatusFromDesk(operator, id, status);
    revalidatePath(LEAVING, "page");
  },
});

/** Deletes a customer when the time of grace is over. */
export const deleteCustomer = defineOperatorAction({
  name: "operator.delete-customer",
  input: z.object({ id: customerId, typedName: z.string().max(300), graceDays }),
  async handle(operator, { id, typedName, graceDays: days }) {
    await deleteFromDesk(operator, { id, typedName, graceDays: days });
    revalidatePath(LEAVING, "page");
  },
});

/** Takes the deletion of a customer back. */
export const undoCustomerDeletion = defineOperatorAction({
  name: "operator.undo-deletion",
  input: z.object({ id: customerId }),
  async handle(operator, { id }) {
    await undoFromDesk(operator, id);
    revalidatePath(LEAVING, "page");
  },
});
