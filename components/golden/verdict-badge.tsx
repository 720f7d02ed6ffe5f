import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from "lucide-react";

import type { GoldenVerdict } from "@/lib/portal/golden/golden-question";

/** How a question stands at the moment. */
export type Standing = "passed" | "failed" | "not-run" | "running";

const LOOKS = {
  passed: { label: "Passed", Icon: CircleCheck, colour: "text-success" },
  failed: { label: "Failed", Icon: CircleX, colour: "text-destructive" },
  "not-run": { label: "Not run yet", Icon: CircleDashed, colour: "text-muted-foreground" },
  running: { label: "Running", Icon: LoaderCircle, colour: "text-muted-foreground" },
} as const;

/** The standing that a verdict gives. */
export function standingOf(verdict: Pick<GoldenVerdict, "passed"> | null): Standing {
  return verdict === null ? "not-run" : verdict.passed ? "passed" : "failed";
}

/** A verdict in one word, never by colour alone. */
export function VerdictBadge({ standing }: { standing: Standing }) {
  const { label, Icon, colour } = LOOKS[standing];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium whitespace-nowrap ${colour}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${standing === "running" ? "animate-spin motion-reduce:animate-none" : ""}`} />
      {label}
    </span>
  );
}
