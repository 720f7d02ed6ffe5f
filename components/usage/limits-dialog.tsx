"use client";

import { useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { useFormAction } from "@/components/form/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { LIMIT_WORDS } from "@/components/usage/limits";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Quota } from "@/lib/portal/quota/quota";

/** Sets a customer's limits. */
export type ChangeLimits = (input: { organisationId: string; limits: Quota }) => Promise<ActionResult<unknown>>;

interface LimitsDialogProps {
  organisationId: string;
  name: string;
  limits: Quota;
  change: ChangeLimits;
}

const METRICS = ["questions", "documents", "bytes", "members"] as const;
const UNITS: Partial<Record<keyof Quota, string>> = { bytes: ", in bytes" };
const numberOf = (text: string) => (text.trim() === "" ? null : Number(text));

/** What a customer may use, to be changed; an empty field is no limit. */
export function LimitsDialog({ organisationId, name, limits, change }: LimitsDialogProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState({ questions: text(limits.questions), documents: text(limits.documents), bytes: text(limits.bytes), members: text(limits.members) });
  const { questions, documents, bytes, members } = draft;
  const { error, pending, onSubmit } = useFormAction({
    send: () => change({ organisationId, limits: { questions: numberOf(questions), documents: numberOf(documents), bytes: numberOf(bytes), members: numberOf(members) } }),
    onDone: () => setOpen(false),
  });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button type="button" variant="outline" size="sm" aria-label={`Limits of ${name}`}>
          Limits
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Limits of {name}</DialogTitle>
          <DialogDescription>They hold from the next question, upload and invitation on. An empty field is no limit.</DialogDescription>
        </DialogHeader>
        <form className="space-y-4" onSubmit={onSubmit}>
          {error !== null && <FormError>{error.message}</FormError>}
          {METRICS.map((metric) => (
            <div key={metric} className="space-y-2">
              <Label htmlFor={`limit-${metric}`}>
                {LIMIT_WORDS[metric]}
                {UNITS[metric]}
              </Label>
              <Input id={`limit-${metric}`} inputMode="numeric" pattern="[0-9]*" value={draft[metric]} onChange={(event) => setDraft({ ...draft, [metric]: event.target.value })} />
            </div>
          ))}
          <Button type="submit" disabled={pending}>
            {pending ? "Saving…" : "Save"}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function text(limit: number | null): string {
  return limit === null ? "" : String(limit);
}
