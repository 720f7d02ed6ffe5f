"use client";

import { DeleteDialog } from "@/components/documents/delete-dialog";
import { focusRow } from "@/components/documents/document-menu";
import { ReplaceDialog } from "@/components/documents/replace-dialog";
import type { EngineDocument } from "@/lib/engine/contract";

/** What a person is being asked about a document. */
export interface Asked {
  about: "deleting" | "replacing";
  document: EngineDocument;
}

interface DocumentDialogsProps {
  asked: Asked | null;
  onClose: () => void;
  remove: (document: EngineDocument) => Promise<void>;
  replace: (document: EngineDocument, file: File) => void;
  /** Takes the focus when the row that had it is gone. */
  focusList: () => void;
}

/** The dialog that is open, if one is. The focus goes back to the row, or to the list when there is no such row any more. */
export function DocumentDialogs({ asked, onClose, remove, replace, focusList }: DocumentDialogsProps) {
  if (asked === null) return null;
  const { document } = asked;
  const restoreFocus = () => {
    if (!focusRow(document.id)) focusList();
  };
  const shared = { document, onClose, restoreFocus };
  if (asked.about === "deleting") return <DeleteDialog {...shared} remove={() => remove(document)} />;
  return <ReplaceDialog {...shared} onChosen={(file) => replace(document, file)} />;
}
