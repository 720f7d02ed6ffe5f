"use client";

import { useActionState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { signInAndGo } from "@/components/auth/sign-in";
import { textOf } from "@/components/auth/text-of";
import { Button } from "@/components/ui/button";

/** E-mail address and password. `destination` is a path of the portal. */
export function SignInForm({ destination }: { destination: string }) {
  // Read from the form itself: a password manager may have filled it in before the page woke up.
  const [{ error, email }, submit, pending] = useActionState<{ error: string | null; email: string }, FormData>(
    async (_, form) => {
      const email = textOf(form, "email");
      return { email, error: await signInAndGo({ email, password: textOf(form, "password") }, destination) };
    },
    { error: null, email: "" },
  );
  return (
    <form action={submit} className="space-y-4">
      {error !== null && <FormError>{error}</FormError>}
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        autoFocus
        defaultValue={email}
      />
      <Field name="password" label="Password" type="password" autoComplete="current-password" required />
      <Button type="submit" className="w-full" disabled={pending}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
