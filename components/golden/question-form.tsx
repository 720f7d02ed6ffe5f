"use client";

import { startTransition, useActionState, useState } from "react";

import { FormError } from "@/components/auth/form-error";
import { DocumentChoice } from "@/components/golden/document-choice";
import { OutcomeChoice } from "@/components/golden/outcome-choice";
import { QuestionDetails } from "@/components/golden/question-details";
import { choicesOf, draftOf, inputOf } from "@/components/golden/question-draft";
import type { QuestionWriting } from "@/components/golden/question-writing";
import { TextField } from "@/components/golden/text-field";
import { Button } from "@/components/ui/button";
import type { ActionError, ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

interface QuestionFormProps extends QuestionWriting {
  /** The question that is changed; null for a new one. */
  question: GoldenQuestion | null;
  /** What a new one asks already. */
  wording?: string | undefined;
  save: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  onSaved: () => void;
}

const UNANSWERED: ActionError = { code: "unavailable", message: "The portal did not answer. Look at the list before you save it again." };

/** What a golden question asks, what must come back for it, and what is kept beside it. */
export function QuestionForm({ question, wording, documents, people, save, onSaved }: QuestionFormProps) {
  const [draft, setDraft] = useState(() => draftOf(question, wording));
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const named = question?.expectedDocument ?? null;
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await save(inputOf(draft, choicesOf(documents, named))).catch(() => null);
    if (result === null) return UNANSWERED;
    if (!result.ok) return result.error;
    onSaved();
    return null;
  }, null);
  const wrong = (field: string) => Object.entries(error?.fields ?? {}).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1];
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
        error={wrong("question")}
        onChange={(value) => change({ question: value })}
      />
      <OutcomeChoice expectsRefusal={draft.expectsRefusal} error={wrong("expectsRefusal")} onChange={change} />
      {!draft.expectsRefusal && (
        <>
          <TextField
            name="expectedPhrases"
            label="The answer must hold"
            hint="One text a line, such as “15 days”. Numbers are compared as numbers: 1500 is also $1,500.00."
            rows={2}
            value={draft.phrases}
            error={wrong("expectedPhrases")}
            onChange={(phrases) => change({ phrases })}
          />
          <DocumentChoice documents={documents} named={named} documentId={draft.documentId} page={draft.page} error={wrong("expectedPage")} onChange={change} />
        </>
      )}
      <QuestionDetails draft={draft} people={people} wrong={wrong} onChange={change} />
      <Button type="submit" disabled={pending} className="w-full sm:w-auto">
        {pending ? "Saving…" : question === null ? "Add question" : "Save changes"}
      </Button>
    </form>
  );
}
