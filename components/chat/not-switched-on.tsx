import { type LucideIcon, MessageSquareOff, SearchCheck } from "lucide-react";
import Link from "next/link";

import { LookAgain } from "@/components/chat/look-again";
import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { Button } from "@/components/ui/button";
import type { WhyOff } from "@/lib/portal/asking/why-off";

interface Words {
  Icon: LucideIcon;
  title: string;
  text: string;
}

const WORDS: Readonly<Record<WhyOff, Words>> = {
  "not-yet": {
    Icon: MessageSquareOff,
    title: "Not switched on yet",
    text: "An admin of your organisation switches it on once the answers have been checked. Until then you can read the documents themselves.",
  },
  checking: {
    Icon: SearchCheck,
    title: "Paused while the answers are checked",
    text: "A document has changed, and with it an answer that your admins had checked. Asking comes back once the answers are right again; until then you can read the documents themselves.",
  },
  off: {
    Icon: MessageSquareOff,
    title: "Switched off at the moment",
    text: "It has been switched off for everyone in your organisation. Your admins know more; until it is back you can read the documents themselves.",
  },
};

/** What people see who cannot ask while the chat is off. */
export function NotSwitchedOn({ address, why }: { address: ProjectAddress; why: WhyOff }) {
  const { Icon, title, text } = WORDS[why];
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col px-4 py-8 sm:px-6">
      <h1 className="text-2xl font-semibold tracking-tight">Ask your docs</h1>
      <div className="my-auto flex flex-col items-center gap-5 py-16 text-center sm:px-6">
        <Icon aria-hidden className="size-8 text-muted-foreground" />
        <div className="space-y-1.5">
          <h2 className="text-lg font-semibold text-balance">{title}</h2>
          <p className="max-w-md text-sm text-pretty text-muted-foreground">{text}</p>
        </div>
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild variant="outline">
            <Link href={projectPath(address, "documents")}>See the documents</Link>
          </Button>
          <LookAgain />
        </div>
      </div>
    </div>
  );
}
