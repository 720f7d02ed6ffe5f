import { FileText } from "lucide-react";
import type { ReactNode } from "react";

import { MAX_FILE_BYTES, READABLE_FORMATS } from "@/lib/engine/contract";

interface NoDocumentsProps {
  /** The ways to upload; null for those who may only read. */
  upload: ReactNode;
}

/** A project without a document: what can be uploaded, and how. */
export function NoDocuments({ upload }: NoDocumentsProps) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed px-6 py-14 text-center">
      <FileText aria-hidden className="size-8 text-muted-foreground" />
      <div className="max-w-md space-y-1.5">
        <h2 className="text-lg font-semibold">No documents yet</h2>
        <p className="text-sm text-pretty text-muted-foreground">{upload === null ? "An admin of your organisation can upload them here. As soon as one is ready, you can ask about it." : WHAT_CAN_BE_UPLOADED}</p>
      </div>
      {upload}
    </div>
  );
}

/** What the engine reads and how large a file may be. */
export const WHAT_CAN_BE_UPLOADED = `Upload ${READABLE_FORMATS}, up to ${MAX_FILE_BYTES / 1024 / 1024} MB a file. Drop files or whole folders anywhere on this page; folders keep their names.`;

/** A search or a status that no document fits. */
export function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <p className="rounded-lg border border-dashed px-6 py-12 text-center text-sm text-muted-foreground">
      No document fits this search.{" "}
      <button type="button" className="font-medium text-foreground underline underline-offset-4" onClick={onClear}>
        Show all documents
      </button>
    </p>
  );
}
