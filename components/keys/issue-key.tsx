"use client";

import { useActionState, useState } from "react";

import { Field } from "@/components/auth/field";
import { FormError } from "@/components/auth/form-error";
import { IssuedSecret } from "@/components/keys/issued-secret";
import { NativeChoice } from "@/components/members/native-choice";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Label } from "@/components/ui/label";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { NewKey } from "@/lib/portal/keys/issue-key";

type Days = 30 | 90 | 365 | null;

interface IssueKeyProps {
  issue: (input: { name: string; days: Days }) => Promise<ActionResult<NewKey>>;
}

const SPANS = ["30 days", "90 days", "1 year", "no end"] as const;
const DAYS: Record<(typeof SPANS)[number], Days> = { "30 days": 30, "90 days": 90, "1 year": 365, "no end": null };

/** Issues a key for the customer's own software and shows it once. */
export function IssueKey({ issue }: IssueKeyProps) {
  const [name, setName] = useState("");
  const [span, setSpan] = useState<(typeof SPANS)[number]>("90 days");
  const [issued, setIssued] = useState<NewKey | null>(null);
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await issue({ name, days: DAYS[span] });
    setIssued(result.ok ? result.value : null);
    if (result.ok) setName("");
    return result.ok ? null : result.error;
  }, null);
  return (
    <Card>
      <CardHeader>
        <CardTitle>
          <h2>A key for your software</h2>
        </CardTitle>
      </CardHeader>
      <CardContent className="space-y-6">
        <form action={submit} className="space-y-4">
          {error !== null && <FormError>{error.message}</FormError>}
          <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto] sm:items-start">
            <Field name="name" label="What it is for" required maxLength={80} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} error={error?.fields?.name} />
            <div className="space-y-2">
              <Label htmlFor="span">Valid for</Label>
              <NativeChoice id="span" value={span} choices={SPANS} onChoose={setSpan} />
            </div>
            <Button type="submit" disabled={pending} className="sm:mt-[1.375rem]">
              {pending ? "Issuing…" : "Issue"}
            </Button>
          </div>
        </form>
        {issued !== null && <IssuedSecret issued={issued} />}
      </CardContent>
    </Card>
  );
}
