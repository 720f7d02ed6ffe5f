interface OutcomeChoiceProps {
  expectsRefusal: boolean;
  error: string | undefined;
  onChange: (changed: { expectsRefusal: boolean }) => void;
}

/** Whether an answer or a refusal must come back. */
export function OutcomeChoice({ expectsRefusal, error, onChange }: OutcomeChoiceProps) {
  return (
    <fieldset className="space-y-2" aria-describedby={error === undefined ? undefined : "outcome-note"}>
      <legend className="text-sm font-medium">What must come back</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <Outcome label="An answer" note="from the documents" checked={!expectsRefusal} choose={() => onChange({ expectsRefusal: false })} />
        <Outcome label="A refusal" note="the documents do not say" checked={expectsRefusal} choose={() => onChange({ expectsRefusal: true })} />
      </div>
      {error !== undefined && (
        <p id="outcome-note" className="text-sm text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface OutcomeProps {
  label: string;
  note: string;
  checked: boolean;
  choose: () => void;
}

function Outcome({ label, note, checked, choose }: OutcomeProps) {
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-lg border p-3 text-sm has-checked:border-primary has-focus-visible:ring-[3px] has-focus-visible:ring-ring/60">
      <input type="radio" name="outcome" checked={checked} onChange={choose} className="mt-0.5 size-4 shrink-0 accent-primary outline-none" />
      <span>
        <span className="font-medium">{label}</span>
        <span className="block text-muted-foreground">{note}</span>
      </span>
    </label>
  );
}
