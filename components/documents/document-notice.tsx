import { Button } from "@/components/ui/button";
import type { EngineDocument } from "@/lib/engine/contract";

/** What may be done about a document that failed. */
export interface FailureActions {
  retry: (document: EngineDocument) => void;
  replace: (document: EngineDocument) => void;
}

interface DocumentNoticeProps {
  document: EngineDocument;
  /** Null for those who may only read. */
  actions: FailureActions | null;
}

/** Below a document's name: why it failed and what to do, and which version answers meanwhile. Nothing for one that is ready. */
export function DocumentNotice({ document, actions }: DocumentNoticeProps) {
  const { name, status, error, answers } = document;
  if (status === "ready") return null;
  if (status !== "failed") return answers ? <p className="text-sm text-muted-foreground">The old version answers until this one is ready.</p> : null;
  return (
    <div className="space-y-2">
      <p className="max-w-prose text-sm text-destructive">{error?.message}</p>
      {answers && <p className="text-sm text-muted-foreground">The version before it still answers.</p>}
      {actions !== null && (
        <div className="flex flex-wrap gap-2">
          <Button type="button" variant="outline" size="sm" aria-label={`Retry ${name}`} onClick={() => actions.retry(document)}>
            Retry
          </Button>
          <Button type="button" variant="outline" size="sm" aria-label={`Replace ${name}`} onClick={() => actions.replace(document)}>
            Replace
          </Button>
        </div>
      )}
    </div>
  );
}
