"use client";

import { useActionState } from "react";

import { FormError } from "@/components/auth/form-error";
import { failureFrom } from "@/components/documents/request-failure";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
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
    <AlertDialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <AlertDialogContent
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          restoreFocus();
        }}
      >
        <AlertDialogHeader>
          <AlertDialogTitle>Delete this document?</AlertDialogTitle>
          <AlertDialogDescription className="wrap-anywhere">
            <strong className="font-medium text-foreground">{document.name}</strong> and all its versions are deleted for good. From then on no answer rests on it, and links to its
            passages lead nowhere.
          </AlertDialogDescription>
        </AlertDialogHeader>
        {problem !== null && <FormError>{problem}</FormError>}
        <form action={confirm}>
          <AlertDialogFooter>
            <AlertDialogCancel type="button" disabled={pending}>
              Cancel
            </AlertDialogCancel>
            <Button type="submit" variant="destructive" disabled={pending}>
              {pending ? "Deleting…" : "Delete"}
            </Button>
          </AlertDialogFooter>
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
