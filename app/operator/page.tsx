import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";

import { CustomersTable } from "@/components/operator/customers-table";
import { ReIndexingLine } from "@/components/operator/re-indexing-line";
import { Button } from "@/components/ui/button";
import { listCustomers } from "@/lib/portal/operators/list-customers";
import { reIndexing } from "@/lib/portal/operators/re-indexing";
import type { SignedIn } from "@/lib/portal/scope";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Customers" };

/** The operator's desk: every customer with what the engine counts for them, and nothing of what they hold. */
export default async function CustomersPage() {
  const operator = await pageOperator("/operator");
  const customers = await listCustomers(operator);
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Customers</h1>
          <p className="text-sm text-muted-foreground">Counts only: from here nobody can open a customer’s documents or conversations.</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="outline">
            <Link href="/operator/asking">Kill switch</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href="/operator/leaving">Suspend and delete</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href="/operator/security">Security page</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href="/operator/usage">Usage and limits</Link>
          </Button>
          <Button asChild>
            <Link href="/operator/new-customer">New customer</Link>
          </Button>
        </div>
      </header>
      <Suspense>
        <ReIndexingNow operator={operator} />
      </Suspense>
      <CustomersTable customers={customers} />
    </div>
  );
}

/** Apart, so that the desk does not wait for an embedding server that is slow to answer. */
async function ReIndexingNow({ operator }: { operator: SignedIn }) {
  const progress = await reIndexing(operator);
  return progress === undefined ? null : <ReIndexingLine {...progress} />;
}
