import { MessageSquareOff } from "lucide-react";
import Link from "next/link";

import { type ProjectAddress, projectPath } from "@/components/chat/project-address";
import { Button } from "@/components/ui/button";

/** What people see who cannot ask before the chat is switched on. */
export function NotSwitchedOn({ address }: { address: ProjectAddress }) {
  return (
    <div className="mx-auto flex w-full max-w-3xl grow flex-col px-4 py-8 sm:px-6">
      <h1 className="text-2xl font-semibold tracking-tight">Ask your docs</h1>
      <div className="my-auto flex flex-col items-center gap-5 px-6 py-16 text-center">
        <MessageSquareOff aria-hidden className="size-8 text-muted-foreground" />
        <div className="space-y-1.5">
          <h2 className="text-lg font-semibold">Not switched on yet</h2>
          <p className="max-w-md text-sm text-balance text-muted-foreground">
            An admin of your organisation switches it on once the answers have been checked. Until then you can read the documents themselves.
          </p>
        </div>
        <Button asChild variant="outline">
          <Link href={projectPath(address, "documents")}>See the documents</Link>
        </Button>
      </div>
    </div>
  );
}
