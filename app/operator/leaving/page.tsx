import type { Metadata } from "next";

import { changeStatus, deleteCustomer, undoCustomerDeletion } from "@/app/operator/leaving/actions";
import { CustomerStates } from "@/components/leaving/customer-states";
import { Deletions } from "@/components/leaving/deletions";
import { env } from "@/lib/platform/env";
import { listDeletions } from "@/lib/portal/leaving/list-deletions";
import { listCustomerStates } from "@/lib/portal/operators/customer-states";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Suspend and delete" };

/** Where the operator shuts, opens and deletes customers, and reads the receipts of those who are gone. */
export default async function LeavingPage() {
  const operator = await pageOperator("/operator/leaving");
  const [customers, deletions] = await Promise.all([listCustomerStates(operator), listDeletions()]);
  return (
    <div className="space-y-8">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Suspend and delete</h1>
        <p className="max-w-prose text-sm text-muted-foreground">A suspended customer keeps everything, and nobody gets in. Content is exported by the customer’s own admins; you have no way to it.</p>
      </header>
      <CustomerStates customers={customers} graceDays={env().DELETION_GRACE_DAYS} change={changeStatus} remove={deleteCustomer} />
      {deletions.length > 0 && <Deletions deletions={deletions} undo={undoCustomerDeletion} showCustomer />}
    </div>
  );
}
