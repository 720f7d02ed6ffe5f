"use client";

import { useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { useFormAction } from "@/components/form/use-form-action";
import { NumberField } from "@/components/golden/number-field";
import { Select } from "@/components/golden/select";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenRule } from "@/lib/portal/golden/rule";

interface RuleFormProps {
  rule: GoldenRule;
  change: (input: GoldenRule) => Promise<ActionResult<unknown>>;
  onChanged: () => void;
}

const REGRESSION: readonly { value: GoldenRule["onRegression"]; label: string }[] = [
  { value: "warn", label: "Show it, and leave everything on" },
  { value: "hold", label: "Hold back what connected sources bring" },
  { value: "switch-off", label: "Switch “Ask your docs” off until they pass" },
];

const SCHEDULE = [
  { value: "", label: "Never" },
  { value: "6", label: "Every six hours" },
  { value: "24", label: "Every day" },
  { value: "168", label: "Every week" },
];

/** Every part of the rule. */
export function RuleForm({ rule, change, onChanged }: RuleFormProps) {
  const [draft, setDraft] = useState({ ...rule, passPercent: String(rule.passPercent), signatureDays: String(rule.signatureDays) });
  const set = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const { error, pending, onSubmit } = useFormAction({
    send: () => change({ ...draft, passPercent: Number(draft.passPercent), signatureDays: Number(draft.signatureDays) }),
    onDone: onChanged,
  });
  const other = rule.runEveryHours !== null && !SCHEDULE.some(({ value }) => value === String(rule.runEveryHours));
  const schedule = other ? [...SCHEDULE, { value: String(rule.runEveryHours), label: `Every ${rule.runEveryHours} hours` }] : SCHEDULE;
  return (
    <form className="space-y-5" onSubmit={onSubmit}>
      {error !== null && <FormError>{error.message}</FormError>}
      <p className="text-sm text-muted-foreground">Every must-pass question has to pass in any case.</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          id="passPercent"
          label="Of the others must pass"
          unit="%"
          value={draft.passPercent}
          error={error?.fields?.passPercent}
          onChange={(passPercent) => set({ passPercent })}
        />
        <NumberField
          id="signatureDays"
          label="A signature holds for"
          unit="days"
          value={draft.signatureDays}
          error={error?.fields?.signatureDays}
          onChange={(signatureDays) => set({ signatureDays })}
        />
      </div>
      <Select
        id="onRegression"
        label="When they do not pass any more"
        value={draft.onRegression}
        choices={REGRESSION}
        onChoose={(value) => set({ onRegression: REGRESSION.find((choice) => choice.value === value)?.value ?? "warn" })}
      />
      <Select
        id="runEveryHours"
        label="Run by itself"
        value={draft.runEveryHours?.toString() ?? ""}
        choices={schedule}
        onChoose={(value) => set({ runEveryHours: value === "" ? null : Number(value) })}
      />
      <label className="flex cursor-pointer items-start gap-3 text-sm">
        <input
          type="checkbox"
          checked={draft.runOnChange}
          onChange={(event) => set({ runOnChange: event.target.checked })}
          className="mt-0.5 size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
        />
        <span>
          <span className="font-medium">Run after changes</span>
          <span className="block text-muted-foreground">Once documents or settings have changed and settled.</span>
        </span>
      </label>
      <Button type="submit" disabled={pending} className="w-full sm:w-auto">
        {pending ? "Saving…" : "Save the rule"}
      </Button>
    </form>
  );
}
