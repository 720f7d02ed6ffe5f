import type { Metadata } from "next";

import { findPerson, rate, saveAsExpected } from "@/app/t/[org]/[project]/chat/actions";
import { Chat } from "@/components/chat/chat";
import type { ChatSetting } from "@/components/chat/chat-setting";
import { NotSwitchedOn } from "@/components/chat/not-switched-on";
import { mayAsk } from "@/lib/portal/asking/may-ask";
import { whyOff } from "@/lib/portal/asking/why-off";
import { askableDocuments } from "@/lib/portal/chat/askable-documents";
import { exampleQuestions } from "@/lib/portal/chat/example-questions";
import { readCareSetting } from "@/lib/portal/conversations/care-setting";
import { withOrganisation } from "@/lib/portal/database";
import { myVotes } from "@/lib/portal/feedback/my-votes";
import { pageTenant, type TenantParams } from "@/lib/portal/sessions/page-scope";

export const metadata: Metadata = { title: "Ask your docs" };

interface ChatPageProps {
  params: TenantParams;
  searchParams: Promise<{ session?: string | string[] }>;
}

/** Questions to the project's documents, and the answers with the passages they rest on. */
export default async function ChatPage({ params, searchParams }: ChatPageProps) {
  const { session } = await searchParams;
  const within = typeof session === "string" ? `/chat?session=${encodeURIComponent(session)}` : "/chat";
  const scope = await pageTenant(params, "chat.ask", within);
  const address = { org: scope.organisation.slug, project: scope.project.slug };
  if (!mayAsk(scope)) return <NotSwitchedOn address={address} why={await whyOff(scope)} />;
  const [{ names, onTheirWay, lastIndexedAt }, votes, { helpKind }] = await Promise.all([
    askableDocuments(scope),
    typeof session === "string" ? myVotes(scope, session) : {},
    withOrganisation(scope, (tx) => readCareSetting(tx, scope)),
  ]);
  const setting: ChatSetting = {
    address,
    personId: scope.person.personId,
    mayWrite: scope.may("documents.write"),
    askingEnabled: scope.project.askingEnabled,
    examples: exampleQuestions(names),
    answering: names.length,
    onTheirWay,
    lastIndexedAt,
    feedback: { votes, rate: rate.bind(null, address), ...(helpKind === "none" ? {} : { findPerson: findPerson.bind(null, address) }) },
    ...(scope.may("golden.write") ? { saveAsExpected: saveAsExpected.bind(null, address) } : {}),
  };
  return <Chat key={`${address.org}/${address.project}`} setting={setting} />;
}
