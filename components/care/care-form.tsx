"use client";

import { useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { useFormAction } from "@/components/form/use-form-action";
import { NumberField } from "@/components/golden/number-field";
import { Select } from "@/components/golden/select";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { CareSetting } from "@/lib/portal/conversations/care-setting";

interface CareFormProps {
  setting: CareSetting;
  save: (input: CareSetting) => Promise<ActionResult<unknown>>;
}

const HELP: readonly { value: CareSetting["helpKind"]; label: string }[] = [
  { value: "none", label: "Nowhere: it is not offered" },
  { value: "link", label: "To an address of yours" },
  { value: "owner", label: "To the owner of the document the answer rests on" },
];

/** How a project is kept right: how long conversations are kept, when documents are stale, and who helps on. */
export function CareForm({ setting, save }: CareFormProps) {
  const [draft, setDraft] = useState({
    keeps: setting.conversationDays > 0,
    days: String(setting.conversationDays || 90),
    flags: setting.staleDays !== null,
    staleDays: String(setting.staleDays ?? 365),
    helpKind: setting.helpKind,
    helpTarget: setting.helpTarget?.replace(/^mailto:/, "") ?? "",
  });
  const [saved, setSaved] = useState(false);
  const set = (changed: Partial<typeof draft>) => {
    setSaved(false);
    setDraft({ ...draft, ...changed });
  };
  const { keeps, days, flags, staleDays, helpKind, helpTarget } = draft;
  const { error, pending, onSubmit } = useFormAction({
    send: () => save({ conversationDays: keeps ? Number(days) : 0, staleDays: flags ? Number(staleDays) : null, helpKind, helpTarget }),
    onDone: () => setSaved(true),
  });
  const fields = error?.fields ?? {};
  return (
    <form className="space-y-6" onSubmit={onSubmit}>
      {error !== null && <FormError>{error.message}</FormError>}
      <Part title="Conversations" note="What goes is deleted here and in the document engine, with what was said of it. Without words there are no gaps, no review, and no follow-up questions; counts stay.">
        <Check label="Keep what people ask and what is answered" checked={draft.keeps} onChange={(keeps) => set({ keeps })} />
        {draft.keeps && <NumberField id="conversationDays" label="For" unit="days" value={draft.days} error={fields.conversationDays} onChange={(days) => set({ days })} />}
      </Part>
      <Part title="Stale documents" note="A document that nobody has changed for so long is flagged in the list and when it is opened. Of each document only the version that answers is kept; older ones go when a new one answers.">
        <Check label="Flag documents that have not changed for a while" checked={draft.flags} onChange={(flags) => set({ flags })} />
        {draft.flags && <NumberField id="staleDays" label="After" unit="days" value={draft.staleDays} error={fields.staleDays} onChange={(staleDays) => set({ staleDays })} />}
      </Part>
      <Part title="Ask a person" note="Offered under every answer.">
        <Select id="helpKind" label="Where it leads" value={draft.helpKind} choices={HELP} onChoose={(value) => set({ helpKind: HELP.find((choice) => choice.value === value)?.value ?? "none" })} />
        {draft.helpKind === "link" && (
          <div className="space-y-2">
            <Label htmlFor="helpTarget">Address of a page, or an e-mail address</Label>
            <Input
              id="helpTarget"
              value={draft.helpTarget}
              maxLength={500}
              placeholder="https://…"
              aria-invalid={fields.helpTarget !== undefined}
              aria-describedby={fields.helpTarget === undefined ? undefined : "helpTarget-note"}
              onChange={(event) => set({ helpTarget: event.target.value })}
            />
            {fields.helpTarget !== undefined && (
              <p id="helpTarget-note" className="text-sm text-destructive">
                {fields.helpTarget}
              </p>
            )}
          </div>
        )}
      </Part>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={pending}>
          {pending ? "Saving…" : "Save"}
        </Button>
        <p role="status" className="text-sm text-muted-foreground">
          {saved ? "Saved." : ""}
        </p>
      </div>
    </form>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <fieldset className="rounded-xl border p-4 sm:p-6">
      <legend className="float-left w-full text-base font-medium">{title}</legend>
      <div className="clear-both space-y-4 pt-1">
        <p className="text-sm text-muted-foreground">{note}</p>
        {children}
      </div>
    </fieldset>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="flex cursor-pointer items-center gap-3 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
      />
      {label}
    </label>
  );
}
