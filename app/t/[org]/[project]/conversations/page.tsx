import type { Metadata } from "next";
import Link from "next/link";

import { AskedFilter } from "@/components/conversations/asked-filter";
import { AskedList } from "@/components/conversations/asked-list";
import { Button } from "@/components/ui/button";
import { type ConversationFilter, conversationFilter } from "@/lib/portal/conversations/conversation";
import { listConversations } from "@/lib/portal/conversations/list-conversations";
import { listMembers } from "@/lib/portal/members/list-members";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Conversations" };

interface ConversationsPageProps {
  params: TenantParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What people asked in the portal, to be reviewed. */
export default async function ConversationsPage({ params, searchParams }: ConversationsPageProps) {
  const scope = await pageTenant(params, "conversations.review", "/conversations");
  const filter = conversationFilter.parse(await searchParams);
  const [{ questions, before }, members] = await Promise.all([listConversations(scope, filter), listMembers(scope)]);
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  const home = `/t/${address.org}/${address.project}`;
  const chosen = { ...filter, before: undefined };
  return (
    <div className="mx-auto w-full max-w-5xl space-y-6 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-1">
          <h1 className="text-2xl font-semibold tracking-tight">Conversations</h1>
          <p className="max-w-prose text-sm text-muted-foreground">What people asked in the portal. That you look at it stands in the audit log, where every admin can see it.</p>
        </div>
        <Button asChild variant="outline">
          <Link href={`${home}/settings`}>How long they are kept</Link>
        </Button>
      </header>
      <AskedFilter filter={filter} people={members.map(({ personId, name }) => ({ id: personId, name }))} href={`${home}/conversations`} />
      <AskedList questions={questions} address={address} isFiltered={Object.values(chosen).some((value) => value !== undefined)} />
      {before !== null && (
        <Button asChild variant="outline">
          <Link href={`${home}/conversations?${queryOf({ ...chosen, before })}`}>Older questions</Link>
        </Button>
      )}
    </div>
  );
}

function queryOf(filter: ConversationFilter): string {
  return new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
}
