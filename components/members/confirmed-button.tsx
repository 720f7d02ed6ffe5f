"use client";

import { useState, useTransition } from "react";

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
  act: Confirmed;
}

/** A button that asks once more, in place, before it acts. */
export function ConfirmedButton({ id, label, subject, question, act }: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      const result = await act({ id });
      setError(result.ok ? null : result.error.message);
      setAsking(false);
    });
  if (!asking) {
    return (
      <span className="inline-flex flex-wrap items-center justify-end gap-2">
        {error !== null && (
          <span role="alert" className="text-sm text-destructive">
            {error}
          </span>
        )}
        <Button type="button" variant="ghost" size="sm" aria-label={`${label} ${subject}`} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  }
  return (
    <span role="group" aria-label={question} className="inline-flex flex-wrap items-center justify-end gap-2">
      <span className="text-sm">{question}</span>
      <Button type="button" variant="destructive" size="sm" disabled={pending} autoFocus onClick={confirm}>
        {label}
      </Button>
      <Button type="button" variant="outline" size="sm" disabled={pending} onClick={() => setAsking(false)}>
        Cancel
      </Button>
    </span>
  );
}
