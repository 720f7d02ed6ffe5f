"use client";

import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, type RefObject, startTransition, useEffect, useLayoutEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { MAX_QUESTION_LENGTH } from "@/lib/engine/contract";

/** From here on the number of characters is shown. */
const COUNTED_FROM = MAX_QUESTION_LENGTH - 500;

interface ComposerProps {
  /** An answer is on its way: it can be stopped, and the next question written meanwhile. */
  busy: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onAsk: (question: string) => void;
  onStop: () => void;
}

/** The question box. Enter asks, Shift and Enter begins a new line; it grows with its text. */
export function Composer({ busy, field, onAsk, onStop }: ComposerProps) {
  const [draft, setDraft] = useState("");
  const tooMany = draft.trim().length - MAX_QUESTION_LENGTH;
  const ready = !busy && tooMany <= 0 && draft.trim() !== "";
  useLayoutEffect(() => growWith(field.current), [draft, field]);
  useLayoutEffect(() => {
    // What was written before the page came to life is in the field and nowhere else.
    const written = field.current?.value ?? "";
    if (written !== "") startTransition(() => setDraft(written));
  }, [field]);
  useEffect(() => {
    // On a phone the keyboard would cover the page that has just been opened.
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, [field]);
  const ask = () => {
    if (!ready) return;
    onAsk(draft.trim());
    setDraft("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter accepts the word; Safari says so by the old key code only.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    ask();
  };
  return (
    <form
      className="rounded-2xl border bg-background shadow-sm transition-shadow focus-within:border-ring focus-within:ring-[3px] focus-within:ring-ring/25"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label htmlFor="question" className="sr-only">
        Your question
      </label>
      <textarea
        ref={field}
        id="question"
        rows={1}
        value={draft}
        placeholder="Ask your documents"
        aria-invalid={tooMany > 0}
        aria-describedby="question-note"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-60 min-h-12 w-full resize-none bg-transparent px-4 pt-3 pb-1 text-base leading-relaxed outline-none placeholder:text-muted-foreground"
      />
      <div className="flex items-center justify-between gap-3 py-2 pr-2 pl-4">
        <p role="status" className="sr-only">
          {tooMany > 0 && "The question is too long."}
        </p>
        <p id="question-note" className={tooMany > 0 ? "text-xs text-destructive" : "text-xs text-muted-foreground"}>
          {noteOn(draft.trim().length)}
        </p>
        {busy ? (
          <Button type="button" size="icon" variant="outline" className="shrink-0 rounded-full" aria-label="Stop the answer" title="Stop" onClick={onStop}>
            <Square aria-hidden className="fill-current" />
          </Button>
        ) : (
          <Button type="submit" size="icon" className="shrink-0 rounded-full" aria-label="Ask" title="Ask" disabled={!ready}>
            <ArrowUp aria-hidden />
          </Button>
        )}
      </div>
    </form>
  );
}

function noteOn(length: number): string {
  if (length > MAX_QUESTION_LENGTH) {
    const tooMany = length - MAX_QUESTION_LENGTH;
    return `${formatCount(tooMany)} ${tooMany === 1 ? "character" : "characters"} too many. Shorten the question.`;
  }
  if (length >= COUNTED_FROM) return `${formatCount(length)} of ${formatCount(MAX_QUESTION_LENGTH)} characters`;
  return "Answers come from your uploaded documents only.";
}

function growWith(field: HTMLTextAreaElement | null): void {
  if (field === null) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
