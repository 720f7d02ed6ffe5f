"use client";

import { useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/portal/actions/action-result";

/** Deletes what the button stands for. */
export type Delete = (input: { typedName: string; graceDays: number }) => Promise<ActionResult<unknown>>;

interface TypedDeletionProps {
  name: string;
  graceDays: number;
  /** Among many of its kind it is not to shout. */
  isQuiet?: boolean;
  remove: Delete;
}

/** A button that deletes when the name has been typed once more. */
export function TypedDeletion({ name, graceDays, isQuiet = false, remove }: TypedDeletionProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [days, setDays] = useState(String(graceDays));
  const { error, pending, onSubmit } = useFormAction({
    send: () => remove({ typedName: typed, graceDays: Number(days) }),
    onDone: () => setOpen(false),
    unanswered: "The portal did not answer. Load the page again to see whether the deletion is asked for.",
  });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" variant={isQuiet ? "ghost" : "destructive"} size={isQuiet ? "sm" : "default"} className={isQuiet ? "text-destructive" : undefined} aria-label={`Delete ${name}`}>
          Delete…
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Delete {name}?</DialogTitle>
          <DialogDescription>It is shut at once, and every key to it is refused. Until the time of grace is over this can be undone; then everything goes, and a signed receipt stays.</DialogDescription>
        </DialogHeader>
        <form className="space-y-4" onSubmit={onSubmit}>
          {error !== null && <FormError>{error.message}</FormError>}
          <Field name="typedName" label={`Type “${name}”`} required autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} error={error?.fields?.typedName} />
          <Field name="graceDays" label="Days in which it can be undone" type="number" min={0} max={365} required value={days} onChange={(event) => setDays(event.target.value)} hint="0: everything goes at once." error={error?.fields?.graceDays} />
          <DialogFooter>
            <Button type="submit" variant="destructive" disabled={pending || typed.trim() !== name}>
              {pending ? "Asking…" : "Delete"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
