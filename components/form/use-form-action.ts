"use client";

import { type FormEvent, startTransition, useActionState } from "react";

import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";

interface FormAction {
  /** What the last try failed with; null before the first and after a success. */
  error: ActionError | null;
  pending: boolean;
  /** For the form's `onSubmit`. Its fields keep what was typed. */
  onSubmit: (event: FormEvent) => void;
}

interface FormActionOptions {
  send: () => Promise<ActionResult<unknown>>;
  onDone?: () => void;
  /** What to say when no answer came: what to do next depends on whether sending twice does harm. */
  unanswered?: string;
}

/** Sends a form to a server action and keeps what became of it. */
export function useFormAction({ send, onDone, unanswered = "The portal did not answer. Try again." }: FormActionOptions): FormAction {
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await send().catch(() => null);
    if (result === null) return { code: "unavailable", message: unanswered };
    if (!result.ok) return result.error;
    onDone?.();
    return null;
  }, null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(submit);
  };
  return { error, pending, onSubmit };
}
