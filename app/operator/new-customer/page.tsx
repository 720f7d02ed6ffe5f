import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";

import { createCustomer } from "@/app/operator/new-customer/actions";
import { NewCustomer } from "@/components/operator/new-customer";
import { pageOperator } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "New customer" };

/** One form makes organisation, projects, keys and the invitation of the customer's owner. */
export default async function NewCustomerPage() {
  await pageOperator("/operator/new-customer");
  return (
    <div className="mx-auto max-w-xl space-y-6">
      <header className="space-y-1">
        <p className="text-sm">
          <Link href="/operator" className="inline-flex items-center gap-1.5 rounded-sm text-muted-foreground transition-colors hover:text-foreground">
            <ArrowLeft aria-hidden className="size-4" />
            Customers
          </Link>
        </p>
        <h1 className="text-2xl font-semibold tracking-tight">New customer</h1>
        <p className="text-sm text-muted-foreground">
          Makes the organisation, its projects and keys, and the invitation of its owner in one step. If it fails, send it again: nothing is doubled.
        </p>
      </header>
      <NewCustomer create={createCustomer} />
    </div>
  );
}
