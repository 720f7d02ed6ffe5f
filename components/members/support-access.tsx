"use client";

import { useActionState, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { NativeChoice } from "@/components/members/native-choice";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format";
import { Label } from "@/components/ui/label";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { GivenConsent } from "@/lib/portal/consent/consent";

type Hours = 1 | 8 | 24 | 72 | 168;
const FOR_HOW_LONG: Record<string, Hours> = { "1 hour": 1, "8 hours": 8, "1 day": 24, "3 days": 72, "7 days": 168 };

interface SupportAccessProps {
  consent: GivenConsent | null;
  give: (input: { hours: Hours; reason: string }) => Promise<ActionResult<unknown>>;
  end: Confirmed;
}

/** Whether the operator's support may read here, until when, and for admins the way to let it in and out. */
export function SupportAccess({ consent, give, end }: SupportAccessProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>Support access</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="space-y-4">{consent === null ? <GiveConsent give={give} /> : <HeldConsent consent={consent} end={end} />}</CardContent>
    </Card>
  );
}

function HeldConsent({ consent: { id, endsAt, givenBy, reason, usedAt }, end }: { consent: GivenConsent; end: Confirmed }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 space-y-1 text-sm">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          The operator’s support may read here <Badge variant="secondary">ends {formatTime(endsAt)}</Badge>
        </p>
        <p className="text-muted-foreground wrap-anywhere">
          Given by {givenBy}
          {reason !== "" && <>, for: {reason}</>}. {usedAt === null ? "Not used yet." : `Last used ${formatTime(usedAt)}; every access stands in the audit log.`}
        </p>
      </div>
      <ConfirmedButton id={id} label="End now" subject="support access" question="End support access?" consequence="From its next request on, support finds nothing here. You can give access again." act={end} />
    </div>
  );
}

function GiveConsent({ give }: Pick<SupportAccessProps, "give">) {
  const [length, setLength] = useState("8 hours");
  const [reason, setReason] = useState("");
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await give({ hours: FOR_HOW_LONG[length] ?? 8, reason });
    return result.ok ? null : result.error;
  }, null);
  return (
    <form action={submit} className="space-y-4">
      {error !== null && <FormError>{error.message}</FormError>}
      <p className="max-w-prose text-sm text-muted-foreground">
        Nobody at your provider can open your documents or conversations. When you want help with them, let support in as a reader for a while: you see each access in the audit log, and you can end it at any time.
      </p>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] sm:items-start">
        <Field name="reason" label="What it is for (optional)" autoComplete="off" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} error={error?.fields?.reason} />
        <div className="space-y-2">
          <Label htmlFor="consent-length">For how long</Label>
          <NativeChoice id="consent-length" value={length} choices={Object.keys(FOR_HOW_LONG)} onChoose={setLength} />
        </div>
        <Button type="submit" variant="outline" disabled={pending} className="sm:mt-[1.375rem]">
          {pending ? "Letting in…" : "Let support in"}
        </Button>
      </div>
    </form>
  );
}
