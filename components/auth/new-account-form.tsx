"use client";

import { useActionState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { signInAndGo } from "@/components/auth/sign-in";
import { textOf } from "@/components/auth/text-of";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";

/** Accepts for somebody without an account. */
export type AcceptWithPassword = (input: { name: string; password: string }) => Promise<ActionResult<{ email: string; organisationSlug: string }>>;

interface NewAccountFormProps {
  /** The invited address, which becomes the account's. */
  email: string;
  /** In UTF-16 units. */
  passwordLength: { min: number; max: number };
  accept: AcceptWithPassword;
}

interface Refused {
  message: string;
  fields: Record<string, string>;
  /** As it was sent. */
  name: string;
}

/** A name and a password make the account; then the new person is signed in and taken to their organisation. */
export function NewAccountForm({ email, passwordLength, accept }: NewAccountFormProps) {
  // Read from the form itself: a password manager may have filled it in before the page woke up.
  const [refused, submit, pending] = useActionState<Refused | null, FormData>(async (_, form) => {
    const name = textOf(form, "name");
    const password = textOf(form, "password");
    const result = await accept({ name, password });
    if (!result.ok) return { message: result.error.message, fields: result.error.fields ?? {}, name };
    const error = await signInAndGo({ email: result.value.email, password }, `/t/${result.value.organisationSlug}`);
    return error === null ? null : { message: error, fields: {}, name };
  }, null);
  const { min, max } = passwordLength;
  return (
    <form action={submit} className="space-y-4">
      {refused !== null && <FormError>{refused.message}</FormError>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="name"
        label="Your name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={refused?.name ?? ""}
        error={refused?.fields.name}
      />
      <Field
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        minLength={min}
        maxLength={max}
        hint={`At least ${min} characters. A few words that you can remember are best.`}
        error={refused?.fields.password}
      />
      <Button type="submit" className="w-full" disabled={pending}>
        {pending ? "Joining…" : "Create account and join"}
      </Button>
    </form>
  );
}
