"use client";

import { useState, useTransition } from "react";

import { FormError } from "@/components/auth/form-error";
import { TextField } from "@/components/golden/text-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";

/** Puts a person's word against a verdict. */
export type Overrule = (input: { verdictId: string; reason: string }) => Promise<ActionResult<unknown>>;

interface OverruleDialogProps {
  verdictId: string;
  question: string;
  /** What it counts as now. */
  passed: boolean;
  overrule: Overrule;
}

/** Asks why a verdict is wrong before it is turned round. */
export function OverruleDialog({ verdictId, question, passed, overrule }: OverruleDialogProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<ActionError | null>(null);
  const [pending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const result = await overrule({ verdictId, reason }).catch(() => null);
      if (result?.ok) setOpen(false);
      else setError(result?.error ?? { code: "unavailable", message: "The portal did not answer. Try again." });
    });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" variant="ghost" size="sm" aria-label={`${passed ? "Count as failed" : "Count as passed"}: “${question}”`}>
          {passed ? "Count as failed" : "Count as passed"}
        </Button>
      </DialogTrigger>
      <DialogContent>
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogHeader>
            <DialogTitle>{passed ? "Count this answer as failed" : "Count this answer as passed"}</DialogTitle>
            <DialogDescription>
              Your word stands against the comparison, for this answer now and whenever the same one comes back. Your name and reason are kept with it and in the log.
            </DialogDescription>
          </DialogHeader>
          {error !== null && error.fields === undefined && <FormError>{error.message}</FormError>}
          <TextField
            name={`reason-${verdictId}`}
            label="Reason"
            hint="For whoever looks at it later."
            required
            rows={3}
            value={reason}
            error={error?.fields?.reason}
            onChange={setReason}
          />
          <DialogFooter>
            <Button type="submit" disabled={pending}>
              {pending ? "Saving…" : passed ? "Count as failed" : "Count as passed"}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
