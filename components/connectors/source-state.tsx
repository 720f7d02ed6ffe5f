import { AlertTriangle } from "lucide-react";

import { formatCount, formatTime } from "@/components/ui/format";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { Source, SyncSummary } from "@/lib/portal/connectors/source";

const BADGES = {
  waiting: ["Waiting", "secondary"],
  syncing: ["Synchronising", "secondary"],
  ready: ["Up to date", "success"],
  broken: ["Broken", "destructive"],
  held: ["Held back", "warning"],
  leaving: ["Being removed", "secondary"],
} as const;

/** A source's state in a word. */
export function SourceBadge({ status }: Pick<Source, "status">) {
  const [word, variant] = BADGES[status];
  return <Badge variant={variant}>{word}</Badge>;
}

/** How far a sync has come, or what is wrong, or what the last one did. */
export function SourceState({ source }: { source: Source }) {
  const { status, done, total, reason, brokenSince, summary, syncedAt, name } = source;
  if (status === "syncing")
    return (
      <div className="space-y-2">
        <Progress aria-label={`Synchronising ${name}`} value={total === null || total === 0 ? null : (100 * done) / total} />
        <p className="text-sm text-muted-foreground tabular-nums">
          {formatCount(done)} {total === null ? "looked at" : `of ${formatCount(total)} found so far`}
        </p>
      </div>
    );
  return (
    <div className="space-y-3">
      {reason !== null && (status === "broken" || status === "held") && (
        <Alert variant={status === "broken" ? "destructive" : "warning"} role="note">
          <AlertTriangle aria-hidden />
          {status === "broken" && brokenSince !== null && <AlertTitle>Not read since {formatTime(brokenSince)}</AlertTitle>}
          <AlertDescription>
            <p>{reason}</p>
            {status === "broken" && <p>What it brought before stays in the answers.</p>}
          </AlertDescription>
        </Alert>
      )}
      {summary !== null && syncedAt !== null && (
        <p className="text-sm text-muted-foreground">
          {formatTime(syncedAt)}: {summarySentence(summary)}
        </p>
      )}
      {summary?.note != null && <p className="text-sm text-muted-foreground">{summary.note}</p>}
    </div>
  );
}

function summarySentence({ added, changed, removed, unchanged }: SyncSummary): string {
  const parts = [
    [added, "new"],
    [changed, "changed"],
    [removed, "removed"],
    [unchanged, "unchanged"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return told.length === 0 ? "nothing was found." : `${told.join(", ")}.`;
}
