"use client";

import { FilePicker } from "@/components/documents/file-picker";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { EngineDocument } from "@/lib/engine/contract";

interface ReplaceDialogProps {
  document: EngineDocument;
  /** Given the file that is to be the new version. */
  onChosen: (file: File) => void;
  onClose: () => void;
  /** Puts the focus where it belongs afterwards. */
  restoreFocus: () => void;
}

/** Says what a replacement does, and lets one choose the file. */
export function ReplaceDialog({ document, onChosen, onClose, restoreFocus }: ReplaceDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          restoreFocus();
        }}
      >
        <DialogHeader>
          <DialogTitle>Replace this document</DialogTitle>
          <DialogDescription className="wrap-anywhere">
            Choose the file that becomes version {document.version + 1} of <strong className="font-medium text-foreground">{document.name}</strong>. The name stays.{" "}
            {document.answers && "The old version answers until the new one is ready."}
          </DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <DialogClose asChild>
            <Button type="button" variant="outline">
              Cancel
            </Button>
          </DialogClose>
          <FilePicker
            label="File for the new version"
            onPicked={([file]) => {
              if (file !== undefined) onChosen(file);
              onClose();
            }}
          >
            Choose a file
          </FilePicker>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
