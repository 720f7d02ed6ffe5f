import type { Metadata } from "next";

import { assign, decide } from "@/app/t/[org]/[project]/gaps/actions";
import { GapList } from "@/components/gaps/gap-list";
import { noteReading } from "@/lib/portal/conversations/note-reading";
import { gapFilter } from "@/lib/portal/gaps/gap";
import { listGaps } from "@/lib/portal/gaps/list-gaps";
import { listMembers } from "@/lib/portal/members/list-members";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Gaps" };

interface GapsPageProps {
  params: TenantParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the documents did not answer, or not well: refused and disliked questions, those of one meaning together. */
export default async function GapsPage({ params, searchParams }: GapsPageProps) {
  const scope = await pageTenant(params, "conversations.review", "/gaps");
  const { status, page } = await searchParams;
  const filter = gapFilter.parse({ status, page });
  await noteReading(scope);
  const [gaps, members] = await Promise.all([listGaps(scope, filter), listMembers(scope)]);
  const target = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-4xl space-y-6 px-4 py-8 sm:px-6">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Gaps</h1>
        <p className="max-w-prose text-sm text-muted-foreground">
          Questions that your documents did not answer, or whose answer somebody disliked; those that mean the same stand together. Add a document that answers, or make a golden question of it.
        </p>
      </header>
      <GapList
        {...gaps}
        status={filter.status}
        address={target}
        people={members.filter(({ role }) => role !== "reader").map(({ personId, name }) => ({ id: personId, name }))}
        actions={{ assign: assign.bind(null, target), decide: decide.bind(null, target) }}
      />
    </div>
  );
}
