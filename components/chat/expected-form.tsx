"use client";

import { startTransition, useActionState, useState } from "react";

import { FormError } from "@/components/auth/form-error";
import type { SaveAsExpected } from "@/components/chat/chat-setting";
import { expectedDraft, expectedInput } from "@/components/chat/expected-draft";
import { expectedPhrases } from "@/components/chat/expected-phrases";
import { ExpectedPlace } from "@/components/chat/expected-place";
import { TextField } from "@/components/golden/text-field";
import { Button } from "@/components/ui/button";
import type { ChatAnswer } from "@/lib/engine/contract";
import type { ActionError } from "@/lib/portal/actions/action-result";

interface ExpectedFormProps {
  question: string;
  answer: ChatAnswer;
  isFollowUp: boolean;
  save: SaveAsExpected;
  onSaved: () => void;
}

const UNANSWERED: ActionError = { code: "unavailable", message: "The portal did not answer. Look at the golden questions before you save it again." };

/** What must come back for a question, chosen from the answer that came. */
export function ExpectedForm({ question, answer, isFollowUp, save, onSaved }: ExpectedFormProps) {
  const { refused } = answer;
  const [draft, setDraft] = useState(() => expectedDraft(question, answer));
  const change = (changed: Partial<typeof draft>) => setDraft({ ...draft, ...changed });
  const [error, submit, pending] = useActionState<ActionError | null>(async () => {
    const result = await save(expectedInput(draft, refused)).catch(() => null);
    if (result === null) return UNANSWERED;
    if (!result.ok) return result.error;
    onSaved();
    return null;
  }, null);
  const fields = error?.fields ?? {};
  const wrongPhrase = Object.entries(fields).find(([path]) => path.startsWith("expectedPhrases"))?.[1];
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
        name="expected-question"
        label="Question"
        hint={isFollowUp ? "It is asked alone, without what came before: write it so that it can be understood by itself." : "As an end user would ask it."}
        required
        rows={2}
        value={draft.question}
        error={fields.question}
        onChange={(value) => change({ question: value })}
      />
      {refused ? (
        <p className="rounded-lg border p-3 text-sm">
          <span className="font-medium">Expects a refusal.</span>{" "}
          <span className="text-muted-foreground">It passes as long as the documents do not answer it.</span>
        </p>
      ) : (
        <>
          <ExpectedPlace answer={answer} chosen={draft.place} onChoose={(place) => change({ place })} />
          <Phrases offered={expectedPhrases(answer)} chosen={draft.phrases} onChange={(phrases) => change({ phrases })} />
          <TextField
            name="expected-written"
            label="Other words the answer must hold"
            hint="Optional, one text a line. A number alone is compared as a number."
            rows={1}
            value={draft.written}
            error={wrongPhrase}
            onChange={(written) => change({ written })}
          />
        </>
      )}
      <Button type="submit" disabled={pending} className="w-full sm:w-auto">
        {pending ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}

interface PhrasesProps {
  offered: readonly string[];
  chosen: readonly string[];
  onChange: (phrases: string[]) => void;
}

function Phrases({ offered, chosen, onChange }: PhrasesProps) {
  if (offered.length === 0) return null;
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">The answer must hold</legend>
      <div className="flex flex-wrap gap-2">
        {offered.map((phrase) => (
          <label
            key={phrase}
            className="flex cursor-pointer items-start gap-2 rounded-md border px-2.5 py-1.5 text-sm has-checked:border-primary has-focus-visible:ring-[3px] has-focus-visible:ring-ring/50"
          >
            <input
              type="checkbox"
              checked={chosen.includes(phrase)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, phrase] : chosen.filter((other) => other !== phrase))}
              className="mt-0.5 size-4 shrink-0 accent-primary outline-none"
            />
            <span className="min-w-0 break-words">{phrase}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
