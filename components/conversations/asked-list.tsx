import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { OutcomeBadges } from "@/components/conversations/outcome-badge";
import { formatTime } from "@/components/ui/format";
import type { AskedQuestion } from "@/lib/portal/conversations/conversation";

interface AskedListProps {
  questions: readonly AskedQuestion[];
  address: ProjectAddress;
  isFiltered: boolean;
}

/** What was asked, newest first; each leads to its conversation. */
export function AskedList({ questions, address, isFiltered }: AskedListProps) {
  if (questions.length === 0) {
    return (
      <p className="rounded-lg border border-dashed p-8 text-center text-sm text-muted-foreground">
        {isFiltered ? "No question fits. Ask for less, or show all." : "Nobody has asked anything yet."}
      </p>
    );
  }
  return (
    <ul className="divide-y rounded-xl border bg-card">
      {questions.map((question) => (
        <li key={question.messageId} className="space-y-1.5 p-4">
          <p className="line-clamp-3 font-medium break-words">
            <Link
              href={`${projectPath(address, "conversations")}/${encodeURIComponent(question.sessionId)}#${question.messageId}`}
              prefetch={false}
              className="underline-offset-4 hover:underline"
            >
              {question.question ?? "The words are not kept"}
            </Link>
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted-foreground">
            <span>{question.person ?? "Somebody who has left"}</span>
            <time dateTime={question.askedAt}>{formatTime(question.askedAt)}</time>
            <OutcomeBadges question={question} />
          </div>
        </li>
      ))}
    </ul>
  );
}
