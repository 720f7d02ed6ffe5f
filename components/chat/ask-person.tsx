"use client";

import { UserRound } from "lucide-react";
import { useState, useTransition } from "react";

import type { ChatFeedback } from "@/components/chat/chat-setting";
import { Button, buttonVariants } from "@/components/ui/button";
import type { ChatAnswer } from "@/lib/engine/contract";
import type { Helper } from "@/lib/portal/feedback/find-helper";

interface AskPersonProps {
  answer: ChatAnswer;
  find: NonNullable<ChatFeedback["findPerson"]>;
}

/** The way from an answer to a person: first who it is, then the link to them. */
export function AskPerson({ answer, find }: AskPersonProps) {
  const [helper, setHelper] = useState<Helper | null>(null);
  const [problem, setProblem] = useState("");
  const [pending, startLooking] = useTransition();
  const { messageId, citations, closest = [] } = answer;
  const look = () =>
    startLooking(async () => {
      const result = await find({ messageId, documentId: (citations[0] ?? closest[0])?.documentId ?? null }).catch(() => null);
      if (result?.ok === true) setHelper(result.value);
      else setProblem(result === null ? "The portal did not answer. Try again." : result.error.message);
    });
  if (helper !== null) {
    return (
      <a href={helper.href} {...(helper.href.startsWith("https:") ? { target: "_blank", rel: "noreferrer" } : {})} className={buttonVariants({ variant: "link", size: "sm", className: "max-w-full whitespace-normal wrap-anywhere" })}>
        <UserRound aria-hidden />
        Ask {helper.label}
      </a>
    );
  }
  return (
    <>
      <Button type="button" variant="ghost" size="sm" disabled={pending} onClick={look}>
        <UserRound aria-hidden />
        Ask a person
      </Button>
      <span role="status" className="text-sm text-muted-foreground">
        {problem}
      </span>
    </>
  );
}
