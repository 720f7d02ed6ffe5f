import { progressWords, STATUS_WORDS } from "@/components/documents/document-words";
import { Progress } from "@/components/ui/progress";
import { Refreshing } from "@/components/ui/refreshing";
import type { EngineDocument } from "@/lib/engine/contract";

/** A document that cannot be opened yet: how far it has come and what will be here. The page moves on by itself. */
export function BeingRead({ document: unread }: { document: EngineDocument }) {
  const { done, total } = unread.progress;
  const words = progressWords(unread);
  const share = total > 0 ? Math.round((done / total) * 100) : 0;
  return (
    <div className="grid flex-1 place-content-center p-8">
      <Refreshing />
      <div className="w-80 max-w-full space-y-4 text-center">
        <h2 className="text-lg font-semibold">This document is being read</h2>
        <Progress value={share} aria-label="Progress" />
        <p className="text-sm text-muted-foreground">
          {STATUS_WORDS[unread.status]}
          {words !== "" && `, ${words}`}
        </p>
        <p className="text-sm text-balance text-muted-foreground">Its pages appear here by themselves as soon as it is ready, and from then on answers can cite it.</p>
      </div>
    </div>
  );
}
