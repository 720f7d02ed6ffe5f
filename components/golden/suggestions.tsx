"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import { SuggestionRow } from "@/components/golden/suggestion-row";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestionInput } from "@/lib/portal/golden/golden-question";
import type { Suggestion } from "@/lib/portal/golden/suggestions/suggest-questions";

interface SuggestionsProps {
  address: GoldenAddress;
  suggestions: readonly Suggestion[];
  accept: (input: { questions: GoldenQuestionInput[] }) => Promise<ActionResult<number>>;
}

/** A good beginning: so many of those that pass are chosen at first. */
const CHOSEN_AT_FIRST = 10;

/** Suggested questions, of which some are taken: the first ten that pass, unless the person chooses others. */
export function Suggestions({ address, suggestions, accept }: SuggestionsProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState(() => new Set(suggestions.filter(({ passes }) => passes).slice(0, CHOSEN_AT_FIRST).map(({ input }) => input.question)));
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  if (suggestions.length === 0) return <NoSuggestions address={address} />;
  const choose = (question: string, yes: boolean) => setChosen((before) => new Set(yes ? [...before, question] : [...before].filter((other) => other !== question)));
  const all = chosen.size === suggestions.length;
  const take = () =>
    start(async () => {
      const result = await accept({ questions: suggestions.filter(({ input }) => chosen.has(input.question)).map(({ input }) => input) }).catch(() => null);
      if (result?.ok) router.push(goldenPath(address));
      else setError(result?.error.message ?? "The portal did not answer. Look at the questions before you take them again.");
    });
  return (
    <section aria-label="Suggested questions" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button type="button" variant="outline" onClick={() => setChosen(new Set(all ? [] : suggestions.map(({ input }) => input.question)))}>
          {all ? "Choose none" : `Choose all ${suggestions.length}`}
        </Button>
        <Button type="button" disabled={pending || chosen.size === 0} onClick={take}>
          {pending ? "Adding…" : chosen.size === 1 ? "Add 1 question" : `Add ${chosen.size} questions`}
        </Button>
      </div>
      {error !== null && (
        <p role="alert" className="text-sm text-destructive">
          {error}
        </p>
      )}
      <ul className="divide-y rounded-xl border bg-card">
        {suggestions.map((suggestion) => (
          <SuggestionRow
            key={suggestion.input.question}
            suggestion={suggestion}
            chosen={chosen.has(suggestion.input.question)}
            onChoose={(yes) => choose(suggestion.input.question, yes)}
          />
        ))}
      </ul>
    </section>
  );
}

function NoSuggestions({ address: { org, project } }: { address: GoldenAddress }) {
  return (
    <div className="space-y-4 rounded-xl border border-dashed p-8 text-center">
      <div className="space-y-1">
        <p className="font-medium">Nothing to suggest</p>
        <p className="text-sm text-muted-foreground">Upload documents and wait until they are ready; what they suggest appears here, unless you have it already.</p>
      </div>
      <Button asChild variant="outline">
        <Link href={`/t/${encodeURIComponent(org)}/${encodeURIComponent(project)}/documents`}>To the documents</Link>
      </Button>
    </div>
  );
}
