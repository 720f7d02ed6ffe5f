import { CircleCheck, CircleX, Clock, LoaderCircle } from "lucide-react";

import { progressWords, STATUS_WORDS } from "@/components/documents/document-words";
import { Progress } from "@/components/ui/progress";
import type { EngineDocument } from "@/lib/engine/contract";

/** Where a document stands, in a word with a sign of its own, and how far it has come. */
export function DocumentStatus({ document }: { document: EngineDocument }) {
  const { status, progress } = document;
  const words = progressWords(document);
  return (
    <div className="min-w-32 space-y-1.5">
      <p className="flex items-center gap-1.5 whitespace-nowrap">
        <StatusSign status={status} />
        <span className={status === "failed" ? "font-medium text-destructive" : undefined}>{STATUS_WORDS[status]}</span>
        {words !== "" && <span className="text-muted-foreground tabular-nums">{words}</span>}
      </p>
      {status === "indexing" && progress.total > 0 && (
        <Progress aria-label={`Indexing of ${document.name}`} value={(100 * progress.done) / progress.total} className="h-1 max-w-40" />
      )}
    </div>
  );
}

function StatusSign({ status }: Pick<EngineDocument, "status">) {
  if (status === "ready") return <CircleCheck aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
  if (status === "failed") return <CircleX aria-hidden className="size-4 shrink-0 text-destructive" />;
  if (status === "queued") return <Clock aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
  return <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-muted-foreground motion-reduce:animate-none" />;
}
