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

function menuButtonId(documentId: string): string {
  return `actions-${documentId}`;
}

/** Gives the focus to a document's row; false when there is no such row. */
export function focusRow(documentId: string): boolean {
  const button = window.document.getElementById(menuButtonId(documentId));
  button?.focus();
  return button !== null;
}

/** Everything that can be done with a document, behind one button. */
export function DocumentMenu({ document, originalHref, actions }: DocumentMenuProps) {
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button id={menuButtonId(document.id)} type="button" variant="ghost" size="icon-sm" aria-label={`Actions for ${document.name}`}>
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
