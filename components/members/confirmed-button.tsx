"use client";

import { type MouseEvent, useState, useTransition } from "react";

import { FormError } from "@/components/auth/form-error";
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";

/** What is done to the one with this id. */
export type Confirmed = (input: { id: string }) => Promise<ActionResult<unknown>>;

interface ConfirmedButtonProps {
  id: string;
  /** The word on the button. */
  label: string;
  /** What it acts on, for those who do not see the row. */
  subject: string;
  /** Asked before it is done. */
  question: string;
  /** What it will mean, in a sentence. */
  consequence?: string;
  act: Confirmed;
}

const UNANSWERED = "The portal did not answer. Look whether it is done before you try again.";

/** A button that asks once more before it acts. */
export function ConfirmedButton({ id, label, subject, question, consequence = "This cannot be undone.", act }: ConfirmedButtonProps) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const change = (opened: boolean) => {
    setError(null);
    setOpen(opened);
  };
  const confirm = (event: MouseEvent) => {
    // The question stays until it is known whether it went through.
    event.preventDefault();
    start(async () => {
      const result = await act({ id }).catch(() => null);
      if (result?.ok === true) change(false);
      else setError(result === null ? UNANSWERED : result.error.message);
    });
  };
  return (
    <AlertDialog open={open} onOpenChange={change}>
      <AlertDialogTrigger asChild>
        <Button type="button" variant="ghost" size="sm" aria-label={`${label} ${subject}`}>
          {label}
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{question}</AlertDialogTitle>
          <AlertDialogDescription>{consequence}</AlertDialogDescription>
        </AlertDialogHeader>
        {error !== null && <FormError>{error}</FormError>}
        <AlertDialogFooter>
          <AlertDialogCancel disabled={pending}>Cancel</AlertDialogCancel>
          <AlertDialogAction variant="destructive" disabled={pending} onClick={confirm}>
            {label}
          </AlertDialogAction>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
