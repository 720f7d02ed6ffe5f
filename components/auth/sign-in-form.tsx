"use client";

import { useActionState, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { signInAndGo } from "@/components/auth/sign-in";
import { textOf } from "@/components/auth/text-of";
import { Button } from "@/components/ui/button";

/** E-mail address and password. `destination` is a path of the portal. */
export function SignInForm({ destination }: { destination: string }) {
  const [email, setEmail] = useState("");
  const [error, submit, pending] = useActionState<string | null, FormData>(
    (_, form) => signInAndGo({ email, password: textOf(form, "password") }, destination),
    null,
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
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field name="password" label="Password" type="password" autoComplete="current-password" required />
      <Button type="submit" className="w-full" disabled={pending}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
