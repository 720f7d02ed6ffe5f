"use client";

import { useState, useTransition } from "react";

import { AskingNotices } from "@/components/asking/asking-notices";
import { GateChecks } from "@/components/asking/gate-checks";
import { formatTime } from "@/components/ui/format";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { RuleDialog } from "@/components/golden/rule-dialog";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { AskingState } from "@/lib/portal/asking/asking-state";
import type { GoldenRule } from "@/lib/portal/golden/rule";

/** What an admin can do about "Ask your docs". */
export interface AskingTools {
  switchTo: (input: { enabled: boolean }) => Promise<ActionResult<unknown>>;
  sign: (input: null) => Promise<ActionResult<unknown>>;
  changeRule: (input: GoldenRule) => Promise<ActionResult<unknown>>;
}

interface AskingCardProps {
  address: GoldenAddress;
  state: AskingState;
  rule: GoldenRule;
  /** Absent for those who may only look. */
  tools?: AskingTools | undefined;
}

/** "Ask your docs" for end users: whether it is on, who switched it, what the gate asks for, and the rule behind it. */
export function AskingCard({ address, state, rule, tools }: AskingCardProps) {
  const { enabled, gate, stopped } = state;
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const act = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work().catch(() => null);
      setError(result?.ok ? null : (result?.error.message ?? "The portal did not answer. Try again."));
    });
  return (
    <section aria-labelledby="asking-title" className="rounded-xl border bg-card shadow-xs">
      <div className="flex items-start justify-between gap-6 p-5 sm:px-6">
        <div className="space-y-1">
          <h2 id="asking-title" className="scroll-mt-8 font-semibold">
            <Label htmlFor="asking" className="text-base font-semibold">
              Ask your docs
            </Label>
          </h2>
          <p id="asking-note" className="text-sm text-muted-foreground">
            {enabled ? "On: everyone in the organisation can ask." : "Off: end users are told so and can read the documents; admins can try the chat."} <SwitchedBy state={state} />
          </p>
        </div>
        <Switch
          id="asking"
          checked={enabled}
          disabled={tools === undefined || pending || stopped || (!enabled && !gate.open)}
          aria-describedby="asking-note"
          onCheckedChange={(on) => act(() => tools?.switchTo({ enabled: on }) ?? Promise.reject(new Error("no tools")))}
        />
      </div>
      <AskingNotices address={address} state={state} />
      <div className="space-y-4 border-t p-5 sm:px-6">
        <GateChecks checks={gate.checks} />
        {tools !== undefined && (
          <div className="flex flex-wrap items-center gap-2">
            {gate.signable && (
              <Button type="button" disabled={pending} onClick={() => act(() => tools.sign(null))}>
                Sign the questions
              </Button>
            )}
            <RuleDialog rule={rule} change={tools.changeRule} />
          </div>
        )}
        {error !== null && (
          <p role="alert" className="text-sm text-destructive">
            {error}
          </p>
        )}
      </div>
    </section>
  );
}

function SwitchedBy({ state: { enabled, changedAt, changedBy, offSinceRun, stopped } }: { state: AskingState }) {
  // What the rule or the operator did is told by a notice of its own.
  if (changedAt === null || offSinceRun !== null || stopped) return null;
  return (
    <>
      Switched {enabled ? "on" : "off"} by {changedBy ?? (enabled ? "the rule, once the questions passed again" : "someone who is not of the organisation")},{" "}
      <time dateTime={changedAt}>{formatTime(changedAt)}</time>.
    </>
  );
}
