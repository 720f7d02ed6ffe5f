import type { Metadata } from "next";

import { changeLimits } from "@/app/operator/usage/actions";
import { CustomersUsage } from "@/components/usage/customers-usage";
import { CsvButton } from "@/components/usage/csv-button";
import { Choices } from "@/components/usage/range-choice";
import { listQuotas } from "@/lib/portal/quota/list-quotas";
import { UNLIMITED } from "@/lib/portal/quota/quota";
import { pageOperator } from "@/lib/portal/sessions/page-scope";
import { monthCsv, monthOfUsage, usageMonth } from "@/lib/portal/usage/month-of-usage";

export const metadata: Metadata = { title: "Usage" };

const MONTHS = 6;

/** What every customer used in a month, and what each may use: counts, no content. */
export default async function OperatorUsagePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  await pageOperator("/operator/usage");
  const now = new Date();
  const months = Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7));
  const month = usageMonth.catch(months[0] ?? "2026-01").parse((await searchParams).month);
  const [usage, quotas] = await Promise.all([monthOfUsage(month), listQuotas()]);
  const ids = [...new Set(usage.map(({ customerId }) => customerId))];
  const customers = ids.map((id) => ({ id, limits: quotas.get(id) ?? UNLIMITED, projects: usage.filter(({ customerId }) => customerId === id) }));
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Usage</h1>
          <p className="max-w-prose text-sm text-muted-foreground">Counts only. At 80 % of a limit the customer’s admins are told; at 100 % it ends until you raise it.</p>
        </div>
        <CsvButton text={monthCsv(month, usage)} fileName={`usage-${month}.csv`} />
      </header>
      <Choices label="Month" choices={months.map((name) => ({ name, href: `/operator/usage?month=${name}`, isChosen: name === month }))} />
      <CustomersUsage customers={customers} change={changeLimits} />
    </div>
  );
}
