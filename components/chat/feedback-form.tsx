"use client";

import { useState, useTransition } from "react";

import { FEEDBACK_CHOICES } from "@/components/chat/feedback-words";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { FeedbackReason } from "@/lib/portal/feedback/feedback";

interface FeedbackFormProps {
  /** Tells the fields of several answers on a page apart. */
  id: string;
  send: (said: { reason: FeedbackReason | null; note: string }) => Promise<void>;
  cancel: () => void;
}

/** What was wrong: one of a few reasons, and a few words where they help. */
export function FeedbackForm({ id, send, cancel }: FeedbackFormProps) {
  const [reason, setReason] = useState<FeedbackReason | null>(null);
  const [note, setNote] = useState("");
  const [pending, startSending] = useTransition();
  return (
    <form
      className="space-y-4 rounded-lg border bg-card p-4"
      onSubmit={(event) => {
        event.preventDefault();
        startSending(() => send({ reason, note }));
      }}
    >
      <fieldset className="space-y-3">
        <legend className="text-sm font-medium">What was wrong?</legend>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {FEEDBACK_CHOICES.map((choice) => (
            <label key={choice.reason} className="flex cursor-pointer items-center gap-2 text-sm">
              <input
                type="radio"
                name={`reason-${id}`}
                checked={reason === choice.reason}
                onChange={() => setReason(choice.reason)}
                className="size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
              />
              {choice.words}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="space-y-2">
        <Label htmlFor={`note-${id}`}>What would have been right? You can leave this empty.</Label>
        <Textarea id={`note-${id}`} maxLength={1_000} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" disabled={pending || (reason === null && note.trim() === "")}>
          {pending ? "Sending…" : "Send"}
        </Button>
        <Button type="button" variant="ghost" size="sm" onClick={cancel}>
          Not now
        </Button>
      </div>
    </form>
  );
}
