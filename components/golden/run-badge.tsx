import { Badge } from "@/components/ui/badge";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";

/** How a run ended, in a word or two. */
export function RunBadge({ run: { status, outcome, passed, total } }: { run: Pick<GoldenRun, "status" | "outcome" | "passed" | "total"> }) {
  if (status === "waiting" || status === "running") return <Badge variant="secondary">{status === "waiting" ? "Waiting" : "Running"}</Badge>;
  if (status === "cancelled") return <Badge variant="outline">Cancelled</Badge>;
  if (status === "failed") return <Badge variant="destructive">Not finished</Badge>;
  if (outcome === "switched-off") return <Badge variant="destructive">Switched off</Badge>;
  if (outcome === "warned" || outcome === "documents-held") return <Badge variant="warning">Regression</Badge>;
  if (passed === total) return <Badge variant="success">All passed</Badge>;
  return <Badge variant="outline">{total - passed} failed</Badge>;
}
