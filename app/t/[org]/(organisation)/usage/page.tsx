import type { Metadata } from "next";
import { z } from "zod";

import { CsvButton } from "@/components/usage/csv-button";
import { Limits } from "@/components/usage/limits";
import { Choices } from "@/components/usage/range-choice";
import { UsageView } from "@/components/usage/usage-view";
import { quotaUse } from "@/lib/portal/quota/quota-use";
import { type OrganisationParams, pageOrganisation } from "@/lib/portal/sessions/page-scope";
import { daysCsv } from "@/lib/portal/usage/days-csv";
import { dayOf } from "@/lib/portal/usage/period";
import { shownDays } from "@/lib/portal/usage/shown-days";
import { summaryOf } from "@/lib/portal/usage/summary";
import { usageOf } from "@/lib/portal/usage/usage-of";

export const metadata: Metadata = { title: "Usage" };

const RANGES = [7, 30, 90] as const;
const DAY_MS = 86_400_000;
const query = z.object({ days: z.coerce.number().pipe(z.union([z.literal(7), z.literal(30), z.literal(90)])).catch(30), project: z.string().max(100).optional().catch(undefined) });

/** How much the organisation asks, of whom it is answered how fast, what it holds, and how near it is to its limits. */
export default async function UsagePage({ params, searchParams }: { params: OrganisationParams; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const scope = await pageOrganisation(params, "usage.read", "/usage");
  const chosen = query.parse(await searchParams);
  const now = new Date();
  const range = { from: dayOf(new Date(now.getTime() - (chosen.days - 1) * DAY_MS)), until: dayOf(now) };
  const [projects, uses] = await Promise.all([usageOf(scope, range), quotaUse(scope)]);
  const shown = projects.filter(({ slug }) => chosen.project === undefined || slug === chosen.project);
  const home = `/t/${scope.organisation.slug}/usage`;
  const href = (days: number, project?: string) => `${home}?${new URLSearchParams({ days: String(days), ...(project === undefined ? {} : { project }) })}`;
  return (
    <div className="mx-auto w-full max-w-6xl space-y-6 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Usage</h1>
          <p className="max-w-prose text-sm text-muted-foreground">Counts only, by day (UTC), of what is asked in the portal. Documents, size and tokens are measured a few times a day.</p>
        </div>
        <CsvButton text={daysCsv(shown)} fileName={`usage-${scope.organisation.slug}-${range.from}-${range.until}.csv`} />
      </header>
      <Limits uses={uses} />
      <div className="flex flex-wrap justify-between gap-2">
        <Choices
          label="Project"
          choices={[{ name: "All projects", href: href(chosen.days), isChosen: chosen.project === undefined }, ...projects.map(({ slug, name }) => ({ name, href: href(chosen.days, slug), isChosen: chosen.project === slug }))]}
        />
        <Choices label="Days" choices={RANGES.map((days) => ({ name: `${days} days`, href: href(days, chosen.project), isChosen: days === chosen.days }))} />
      </div>
      <UsageView days={shownDays(shown, range)} summary={summaryOf(shown.flatMap(({ days }) => days))} />
    </div>
  );
}
