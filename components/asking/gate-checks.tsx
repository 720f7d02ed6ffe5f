import { CircleCheck, CircleDashed } from "lucide-react";

import type { GateCheck } from "@/lib/portal/asking/gate";

/** What must hold before "Ask your docs" can be switched on. */
export function GateChecks({ checks }: { checks: readonly GateCheck[] }) {
  return (
    <ul aria-label="Before it can be switched on" className="space-y-2 text-sm">
      {checks.map(({ met, sentence }) => (
        <li key={sentence} className="flex gap-2.5">
          {met ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
          ) : (
            <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
          )}
          <span>
            <span className="sr-only">{met ? "Done: " : "To do: "}</span>
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
