import { VerdictBadge } from "@/components/golden/verdict-badge";
import { Badge } from "@/components/ui/badge";
import type { Suggestion } from "@/lib/portal/golden/suggestions/suggest-questions";

interface SuggestionRowProps {
  suggestion: Suggestion;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** One suggested question: what it was made of, what it would expect, and how it does now. */
export function SuggestionRow({ suggestion: { kind, input, excerpt, document, page, passes, reason }, chosen, onChoose }: SuggestionRowProps) {
  return (
    <li>
      <label className="flex cursor-pointer items-start gap-4 p-4 has-focus-visible:bg-accent sm:p-5">
        <input
          type="checkbox"
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
        />
        <span className="min-w-0 flex-1 space-y-1.5 text-sm">
          <span className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
            <span className="min-w-0 text-base font-medium break-words">{input.question}</span>
            <VerdictBadge standing={passes ? "passed" : "failed"} />
          </span>
          <span className="block break-words text-muted-foreground">
            {document}, page {page}: {/^["“]/.test(excerpt) ? excerpt : `“${excerpt}”`}
          </span>
          {kind === "written" && <Badge variant="outline">Written by a model</Badge>}
          {!passes && <span className="block break-words">{reason}</span>}
        </span>
      </label>
    </li>
  );
}
