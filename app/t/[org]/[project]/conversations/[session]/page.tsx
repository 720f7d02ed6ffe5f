import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { ReviewedTurn } from "@/components/conversations/reviewed-turn";
import { CitadelError } from "@/lib/platform/errors";
import { reviewConversation } from "@/lib/portal/conversations/review-conversation";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Conversation" };

/** One conversation, to look at only. Opening it leaves a row in the audit log. */
export default async function ConversationPage({ params }: { params: Promise<Awaited<TenantParams> & { session: string }> }) {
  const { session } = await params;
  const scope = await pageTenant(params, "conversations.review", `/conversations/${encodeURIComponent(session)}`);
  const turns = await reviewConversation(scope, session).catch((thrown: unknown) => {
    if (thrown instanceof CitadelError && thrown.code === "not_found") notFound();
    throw thrown;
  });
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  return (
    <div className="mx-auto w-full max-w-3xl space-y-6 px-4 py-8 sm:px-6">
      <Link href={`/t/${address.org}/${address.project}/conversations`} className="inline-flex items-center gap-1.5 text-sm text-muted-foreground underline-offset-4 hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        All conversations
      </Link>
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold tracking-tight">Conversation</h1>
        <p className="text-sm text-muted-foreground">As it was. Passages open in the document as it is today. That you opened it stands in the audit log.</p>
      </header>
      {turns.map((turn) => (
        <ReviewedTurn key={turn.messageId} turn={turn} address={address} />
      ))}
    </div>
  );
}
