"use client";

import { useActionState } from "react";

import { FormError } from "@/components/auth/form-error";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";

/** Accepts for the signed-in person. */
export type Accept = () => Promise<ActionResult<{ organisationSlug: string }>>;

/** The one click of somebody who is signed in with the invited address. */
export function JoinButton({ accept }: { accept: Accept }) {
  const [error, submit, pending] = useActionState<string | null>(async () => {
    const result = await accept();
    if (!result.ok) return result.error.message;
    window.location.assign(`/t/${result.value.organisationSlug}`);
    return null;
  }, null);
  return (
    <form action={submit} className="space-y-4">
      {error !== null && <FormError>{error}</FormError>}
      <Button type="submit" className="w-full" disabled={pending}>
        {pending ? "Joining…" : "Accept the invitation"}
      </Button>
    </form>
  );
}
