"use client";

import { useActionState } from "react";

import { FormError } from "@/components/auth/form-error";
import { failureFrom } from "@/components/documents/request-failure";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import type { EngineDocument } from "@/lib/engine/contract";

interface DeleteDialogProps {
  document: EngineDocument;
  /** Deletes it, or throws what a person can read. */
  remove: () => Promise<void>;
  /** Called when it is deleted, and when the person has thought better of it. */
  onClose: () => void;
  /** Puts the focus where it belongs afterwards. */
  restoreFocus: () => void;
}

/** Asks once more, with the document's name, before it is gone. */
export function DeleteDialog({ document, remove, onClose, restoreFocus }: DeleteDialogProps) {
  const [problem, confirm, pending] = useActionState<string | null>(async () => {
    try {
      await remove();
      onClose();
      return null;
    } catch (thrown) {
      return failureFrom(thrown).message;
    }
  }, null);
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          restoreFocus();
        }}
      >
        <DialogHeader>
          <DialogTitle>Delete this document?</DialogTitle>
          <DialogDescription className="wrap-anywhere">
            <strong className="font-medium text-foreground">{document.name}</strong> and all its versions are deleted for good. From then on no answer rests on it, and links to its
            passages lead nowhere.
          </DialogDescription>
        </DialogHeader>
        {problem !== null && <FormError>{problem}</FormError>}
        <form action={confirm}>
          <DialogFooter>
            <DialogClose asChild>
              <Button type="button" variant="outline" disabled={pending}>
                Cancel
              </Button>
            </DialogClose>
            <Button type="submit" variant="destructive" disabled={pending}>
              {pending ? "Deleting…" : "Delete"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
