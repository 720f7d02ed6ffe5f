"use client";

import { useState, useTransition } from "react";

import { formatTime } from "@/components/golden/format-time";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { AskingState } from "@/lib/portal/asking/asking-state";

interface AskingCardProps {
  state: AskingState;
  /** Absent for those who may not switch. */
  switchTo?: ((input: { enabled: boolean }) => Promise<ActionResult<AskingState>>) | undefined;
}

/** "Ask your docs" for end users: whether it is on, who switched it, and what the gate says. */
export function AskingCard({ state, switchTo }: AskingCardProps) {
  const { enabled, gate } = state;
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const flip = (on: boolean) =>
    start(async () => {
      const result = await switchTo?.({ enabled: on }).catch(() => null);
      setError(result?.ok ? null : (result?.error.message ?? "The portal did not answer. Try again."));
    });
  return (
    <Card>
      <CardHeader>
        <div className="flex items-start justify-between gap-6">
          <div className="space-y-1.5">
            <CardTitle>
              <h2>
                <Label htmlFor="asking" className="text-base">
                  Ask your docs
                </Label>
              </h2>
            </CardTitle>
            <CardDescription id="asking-note">
              {enabled ? "On: everyone in the organisation can ask." : "Off: end users read “not switched on yet”; admins can try the chat."}
            </CardDescription>
          </div>
          <Switch
            id="asking"
            checked={enabled}
            disabled={switchTo === undefined || pending || (!enabled && !gate.open)}
            aria-describedby="asking-note asking-gate"
            onCheckedChange={flip}
          />
        </div>
      </CardHeader>
      <CardContent className="space-y-2 text-sm">
        <p id="asking-gate" className={gate.open ? "" : "text-muted-foreground"}>
          {gate.reason}
        </p>
        {state.changedAt !== null && (
          <p className="text-muted-foreground">
            Switched {enabled ? "on" : "off"} by {state.changedBy ?? "someone who has left"}, <time dateTime={state.changedAt}>{formatTime(state.changedAt)}</time>.
          </p>
        )}
        {error !== null && (
          <p role="alert" className="text-destructive">
            {error}
          </p>
        )}
      </CardContent>
    </Card>
  );
}
