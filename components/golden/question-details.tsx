import { hasDetails, type QuestionDraft } from "@/components/golden/question-draft";
import type { Answerable } from "@/components/golden/question-writing";
import { Select } from "@/components/golden/select";
import { TextField } from "@/components/golden/text-field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface QuestionDetailsProps {
  draft: QuestionDraft;
  people: readonly Answerable[];
  /** What does not fit in a field. */
  wrong: (field: string) => string | undefined;
  onChange: (changed: Partial<QuestionDraft>) => void;
}

const OPINIONS = [
  { value: "none", label: "Do not ask for one" },
  { value: "shown", label: "Show it beside the verdict" },
  { value: "counts", label: "Let it count instead of comparing words" },
] as const;
const WEIGHTS = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** What a question can say beyond the first things: open when it says any of it. */
export function QuestionDetails({ draft, people, wrong, onChange }: QuestionDetailsProps) {
  const some = (field: string) => wrong(field) !== undefined;
  const open = hasDetails(draft) || some("wordings") || some("forbiddenPhrases") || some("referenceAnswer") || some("tags");
  return (
    <details open={open} className="group rounded-lg border">
      <summary className="cursor-pointer rounded-lg px-4 py-3 text-sm font-medium outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60">
        More: must-pass, other wordings, tags, owner
      </summary>
      <div className="space-y-5 border-t p-4">
        <label className="flex cursor-pointer items-start gap-3 text-sm">
          <input
            type="checkbox"
            checked={draft.mustPass}
            onChange={(event) => onChange({ mustPass: event.target.checked })}
            className="mt-0.5 size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
          />
          <span>
            <span className="font-medium">Must pass</span>
            <span className="block text-muted-foreground">“Ask your docs” cannot be switched on while it fails.</span>
          </span>
        </label>
        <TextField
          name="wordings"
          label="Other wordings"
          hint="One a line. Each is asked as well and must come to the same."
          rows={2}
          value={draft.wordings}
          error={wrong("wordings")}
          onChange={(wordings) => onChange({ wordings })}
        />
        {!draft.expectsRefusal && <AnswerDetails draft={draft} wrong={wrong} onChange={onChange} />}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_6rem]">
          <div className="space-y-2">
            <Label htmlFor="tags">Tags</Label>
            <Input
              id="tags"
              value={draft.tags}
              placeholder="leave, contracts"
              autoComplete="off"
              aria-invalid={some("tags")}
              onChange={(event) => onChange({ tags: event.target.value })}
            />
          </div>
          <Select
            id="owner"
            label="Owner"
            value={draft.ownerId}
            choices={[{ value: "", label: "Nobody" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            onChoose={(ownerId) => onChange({ ownerId })}
          />
          <Select
            id="weight"
            label="Weight"
            value={draft.weight}
            choices={WEIGHTS.map((value) => ({ value, label: value }))}
            onChoose={(weight) => onChange({ weight })}
          />
        </div>
        <TextField name="notes" label="Notes" hint="For your colleagues; never part of an answer." rows={2} value={draft.notes} error={wrong("notes")} onChange={(notes) => onChange({ notes })} />
      </div>
    </details>
  );
}

function AnswerDetails({ draft, wrong, onChange }: Omit<QuestionDetailsProps, "people">) {
  return (
    <>
      <TextField
        name="forbiddenPhrases"
        label="The answer must not hold"
        hint="One text a line, such as what an older version said."
        rows={2}
        value={draft.forbidden}
        error={wrong("forbiddenPhrases")}
        onChange={(forbidden) => onChange({ forbidden })}
      />
      <TextField
        name="referenceAnswer"
        label="Reference answer"
        hint="Most of its words and all of its numbers must come back, in any order."
        rows={3}
        value={draft.reference}
        error={wrong("referenceAnswer")}
        onChange={(reference) => onChange({ reference })}
      />
      {draft.reference.trim() !== "" && (
        <div className="space-y-2">
          <Select
            id="model-opinion"
            label="A model’s opinion"
            value={draft.opinion}
            choices={OPINIONS}
            onChoose={(chosen) => onChange({ opinion: OPINIONS.find(({ value }) => value === chosen)?.value ?? "none" })}
          />
          <p className="text-sm text-muted-foreground">
            Only where your operator has set up a language model: the question, the reference answer and the answer are sent to it. Without its opinion the words decide.
          </p>
        </div>
      )}
    </>
  );
}
