"use client";

import { type ReactNode, startTransition, useActionState, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { SCHEDULE_WORDS } from "@/components/connectors/schedule-words";
import { draftOf, inputOf, type SourceDraft } from "@/components/connectors/source-draft";
import { BucketFields, WebsiteFields } from "@/components/connectors/source-fields";
import { Select } from "@/components/golden/select";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { Source, SourceInput } from "@/lib/portal/connectors/source";

interface SourceDialogProps {
  /** Null for a new one. */
  source: Source | null;
  save: (input: SourceInput) => Promise<ActionResult<unknown>>;
  onSaved: () => void;
  /** The button that opens it. */
  children: ReactNode;
}

const KINDS = [
  { value: "website", label: "Website" },
  { value: "bucket", label: "S3 bucket" },
] as const;

const SCHEDULE_CHOICES = [null, 15, 60, 360, 1_440, 10_080].map((minutes) => ({ value: minutes === null ? "" : String(minutes), label: SCHEDULE_WORDS[String(minutes)] ?? "" }));

/** A source's settings, for a new one or one that is there. */
export function SourceDialog({ source, save, onSaved, children }: SourceDialogProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(source));
  const change = (part: Partial<SourceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const [error, submit, pending] = useActionState<ActionError | null, "save" | "forget">(async (_, what) => {
    if (what === "forget") return null;
    const result = await save(inputOf(draft)).catch(() => null);
    if (result === null) return { code: "unavailable", message: "The portal did not answer. Try again." };
    if (!result.ok) return result.error;
    setOpen(false);
    onSaved();
    return null;
  }, null);
  const opened = (to: boolean) => {
    if (to) setDraft(draftOf(source));
    startTransition(() => submit("forget"));
    setOpen(to);
  };
  const wrong = (field: string) => Object.entries(error?.fields ?? {}).find(([path]) => path.split(".").includes(field))?.[1];
  const fields = { draft, wrong, onChange: change };
  return (
    <Dialog open={open} onOpenChange={opened}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{source === null ? "Connect a source" : `Settings of ${source.name}`}</DialogTitle>
          <DialogDescription>Its documents are brought here and kept up to date; what goes there goes here.</DialogDescription>
        </DialogHeader>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            startTransition(() => submit("save"));
          }}
        >
          {error !== null && <FormError>{error.message}</FormError>}
          {source === null && <Select id="kind" label="Kind" value={draft.kind} choices={KINDS} onChoose={(value) => change({ kind: value === "bucket" ? "bucket" : "website" })} />}
          <Field name="name" label="Name" placeholder="Handbook" autoComplete="off" required maxLength={80} value={draft.name} error={wrong("name")} onChange={(event) => change({ name: event.target.value })} />
          {draft.kind === "website" ? <WebsiteFields {...fields} /> : <BucketFields {...fields} isNew={source === null} />}
          <Select id="schedule" label="Look for changes" value={draft.everyMinutes} choices={SCHEDULE_CHOICES} onChoose={(everyMinutes) => change({ everyMinutes })} />
          <Button type="submit" disabled={pending}>
            {pending ? "Saving…" : source === null ? "Connect" : "Save"}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
