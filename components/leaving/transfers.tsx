import { Download } from "lucide-react";

import { Refreshing } from "@/components/ui/refreshing";
import { formatBytes, formatDay } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { Transfer } from "@/lib/portal/transfer/transfer";

const WORDS: Record<Transfer["status"], string> = { waiting: "Waiting", running: "Under way", ready: "Ready", failed: "Failed", expired: "No longer kept" };

/** The exports and imports of late, with how far they are. */
export function Transfers({ org, transfers }: { org: string; transfers: readonly Transfer[] }) {
  const isUnderWay = transfers.some(({ status }) => status === "waiting" || status === "running");
  return (
    <section className="space-y-3" aria-labelledby="transfers">
      {isUnderWay && <Refreshing />}
      <h2 id="transfers" className="text-lg font-semibold">
        Exports and imports
      </h2>
      <ul className="divide-y rounded-lg border">
        {transfers.map((transfer) => (
          <TransferLine key={transfer.id} org={org} transfer={transfer} />
        ))}
      </ul>
    </section>
  );
}

function TransferLine({ org, transfer }: { org: string; transfer: Transfer }) {
  const { id, kind, status, project, done, total, bytes, note, askedBy, askedAt, expiresAt } = transfer;
  const what = `${kind === "export" ? "Export" : "Import"} of ${project ?? "everything"}`;
  const isUnderWay = status === "waiting" || status === "running";
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {kind === "import" ? `Import into ${project ?? "a project"}` : what}
          <Badge variant={status === "failed" ? "destructive" : "secondary"}>{status === "ready" && kind === "import" ? "Done" : WORDS[status]}</Badge>
        </p>
        <p className="text-sm text-muted-foreground">
          {formatDay(askedAt)}, {askedBy}
          {status === "ready" && bytes !== null && ` · ${formatBytes(bytes)}`}
          {status === "ready" && expiresAt !== null && ` · until ${formatDay(expiresAt)}`}
        </p>
        {isUnderWay && <Progress className="mt-2 max-w-xs" value={total > 0 ? Math.round((done / total) * 100) : null} aria-label={`Progress of: ${what}`} />}
        {note !== null && <p className={status === "failed" ? "text-sm text-destructive" : "text-sm text-muted-foreground"}>{note}</p>}
      </div>
      {kind === "export" && status === "ready" && (
        <Button asChild variant="outline" size="sm">
          <a href={`/t/${org}/api/export?id=${id}`} download>
            <Download aria-hidden />
            Download<span className="sr-only"> {what}</span>
          </a>
        </Button>
      )}
    </li>
  );
}
