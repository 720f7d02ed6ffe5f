"use client";

import { startTransition, useActionState, useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { DocumentChoice } from "@/components/golden/document-choice";
import { choicesOf, draftOf, inputOf } from "@/components/golden/question-draft";
import { TextField } from "@/components/golden/text-field";
import { Button } from "@/components/ui/button";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

interface QuestionFormProps {
  /** The question that is changed; null for a new one. */
  question: GoldenQuestion | null;
  documents: readonly CitableDocument[];
  save: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  onSaved: (question: GoldenQuestion) => void;
}

/** What a golden question asks and what must come back for it. */
export function QuestionForm({ question, documents, save, onSaved }: QuestionFormProps) {
  const [draft, setDraft] = useState(() => draftOf(question));
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await save(inputOf(draft, choicesOf(documents, question?.expectedDocument ?? null)));
    if (!result.ok) return result.error;
    onSaved(result.value);
    return null;
  }, null);
  const fields = error?.fields ?? {};
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        // A form's action would reset the choices to what they were at first.
        event.preventDefault();
        startTransition(submit);
      }}
    >
      {error !== null && <FormError>{error.message}</FormError>}
      <TextField
        name="question"
        label="Question"
        hint="As an end user would ask it."
        required
        rows={2}
        value={draft.question}
        error={fields.question}
        onChange={(value) => change({ question: value })}
      />
      <fieldset className="space-y-2">
        <legend className="text-sm font-medium">What must come back</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          <Outcome label="An answer" note="from the documents" checked={!draft.expectsRefusal} choose={() => change({ expectsRefusal: false })} />
          <Outcome label="A refusal" note="the documents do not say" checked={draft.expectsRefusal} choose={() => change({ expectsRefusal: true })} />
        </div>
      </fieldset>
      {!draft.expectsRefusal && (
        <>
          <TextField
            name="expectedPhrases"
            label="The answer must hold"
            hint="One text a line, such as “15 days”. A number alone is compared as a number: 1500 is also $1,500.00."
            rows={3}
            value={draft.phrases}
            error={fields.expectedPhrases ?? Object.entries(fields).find(([path]) => path.startsWith("expectedPhrases."))?.[1]}
            onChange={(phrases) => change({ phrases })}
          />
          <DocumentChoice
            documents={documents}
            named={question?.expectedDocument ?? null}
            documentId={draft.documentId}
            page={draft.page}
            error={fields.expectedPage}
            onChange={change}
          />
        </>
      )}
      <Button type="submit" disabled={pending} className="w-full sm:w-auto">
        {pending ? "Saving…" : question === null ? "Add question" : "Save changes"}
      </Button>
    </form>
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
    <label className="flex cursor-pointer items-start gap-3 rounded-lg border p-3 text-sm has-checked:border-primary has-focus-visible:ring-[3px] has-focus-visible:ring-ring/50">
      <input type="radio" name="outcome" checked={checked} onChange={choose} className="mt-0.5 size-4 shrink-0 accent-primary outline-none" />
      <span>
        <span className="font-medium">{label}</span>
        <span className="block text-muted-foreground">{note}</span>
      </span>
    </label>
  );
}
