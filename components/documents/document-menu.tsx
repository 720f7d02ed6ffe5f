import { Ellipsis } from "lucide-react";

import type { FailureActions } from "@/components/documents/document-notice";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import type { EngineDocument } from "@/lib/engine/contract";

/** What may be done with a document. */
export interface DocumentActions extends FailureActions {
  remove: (document: EngineDocument) => void;
}

interface DocumentMenuProps {
  document: EngineDocument;
  /** Where the original is saved from. */
  originalHref: string;
  /** Null for those who may only read. */
  actions: DocumentActions | null;
}

/** The id of the button that opens a document's menu: where the focus goes when a dialog about the document closes. */
export function menuButtonId(documentId: string): string {
  return `actions-${documentId}`;
}

/** Everything that can be done with a document, behind one button. */
export function DocumentMenu({ document, originalHref, actions }: DocumentMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button id={menuButtonId(document.id)} type="button" variant="ghost" size="icon" aria-label={`Actions for ${document.name}`}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild>
          <a href={originalHref} download>
            Download the original
          </a>
        </DropdownMenuItem>
        {actions !== null && (
          <>
            {document.status === "failed" && <DropdownMenuItem onSelect={() => actions.retry(document)}>Retry</DropdownMenuItem>}
            <DropdownMenuItem onSelect={() => actions.replace(document)}>Replace…</DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="destructive" onSelect={() => actions.remove(document)}>
              Delete…
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
