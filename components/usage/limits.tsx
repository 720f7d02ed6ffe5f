import { formatBytes, formatCount } from "@/components/ui/format";
import { Badge } from "@/components/ui/badge";
import { Progress } from "@/components/ui/progress";
import type { LimitUse } from "@/lib/portal/quota/quota-use";

/** The limits in words. */
export const LIMIT_WORDS: Readonly<Record<LimitUse["metric"], string>> = {
  questions: "Questions this month",
  documents: "Documents",
  bytes: "Size of documents",
  members: "Members and invitations",
};

/** A number of a limit. */
export function formatLimit(metric: LimitUse["metric"], value: number): string {
  return metric === "bytes" ? formatBytes(value) : formatCount(value);
}

/** What is used of each limit. */
export function Limits({ uses }: { uses: readonly LimitUse[] }) {
  return (
    <section aria-labelledby="limits" className="space-y-3">
      <h2 id="limits" className="text-lg font-semibold">
        Limits
      </h2>
      <dl className="grid gap-4 rounded-xl border bg-card p-4 sm:grid-cols-2 sm:p-6">
        {uses.map(({ metric, used, most, percent }) => (
          <div key={metric} className="space-y-2 text-sm">
            <dt className="flex items-center justify-between gap-2 text-muted-foreground">
              {LIMIT_WORDS[metric]}
              {percent !== null && percent >= 100 && <Badge variant="destructive">Used up</Badge>}
              {percent !== null && percent >= 80 && percent < 100 && <Badge variant="warning">{percent} % used</Badge>}
            </dt>
            <dd className="space-y-2 font-medium tabular-nums">
              {formatLimit(metric, used)} {most === null ? <span className="font-normal text-muted-foreground">without a limit</span> : `of ${formatLimit(metric, most)}`}
              {percent !== null && <Progress value={Math.min(100, percent)} aria-label={`${LIMIT_WORDS[metric]}: ${percent} % used`} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
