import { FileText } from "lucide-react";
import Link from "next/link";

import { LookAgain } from "@/components/chat/look-again";
import type { ChatSetting } from "@/components/chat/chat-setting";
import { projectPath } from "@/components/chat/project-address";
import { Button } from "@/components/ui/button";

/** There is no document yet that could answer: what to do about it. */
export function NothingToAsk({ setting: { address, mayWrite, onTheirWay } }: { setting: ChatSetting }) {
  const waiting = onTheirWay > 0;
  return (
    <div className="my-auto flex flex-col items-center gap-5 rounded-xl border border-dashed px-6 py-14 text-center">
      <FileText aria-hidden className="size-8 text-muted-foreground" />
      <div className="space-y-1.5">
        <h2 className="text-lg font-semibold text-balance">{waiting ? "Your documents are being read" : "There is nothing to ask yet"}</h2>
        <p className="max-w-md text-sm text-balance text-muted-foreground">{sentence(onTheirWay, mayWrite)}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        {mayWrite && (
          <Button asChild variant={waiting ? "outline" : "default"}>
            <Link href={projectPath(address, "documents")}>{waiting ? "See the documents" : "Upload documents"}</Link>
          </Button>
        )}
        {(waiting || !mayWrite) && <LookAgain variant={mayWrite ? "default" : "outline"} />}
      </div>
    </div>
  );
}

function sentence(onTheirWay: number, mayWrite: boolean): string {
  if (onTheirWay === 1) return "One document is on its way. You can ask as soon as it is ready.";
  if (onTheirWay > 1) return `${onTheirWay} documents are on their way. You can ask as soon as the first of them is ready.`;
  return mayWrite
    ? "Answers come from this project’s documents only. Upload the first one, and ask as soon as it is ready."
    : "Answers come from this project’s documents only, and none is ready. An admin of your organisation can add some.";
}
