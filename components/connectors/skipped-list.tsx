import { formatCount } from "@/components/ui/format";
import type { Source } from "@/lib/portal/connectors/source";

/** What the last sync left aside, each with its reason. */
export function SkippedList({ source: { skipped, summary, name } }: { source: Source }) {
  if (skipped.length === 0) return null;
  const count = Math.max(summary?.skipped ?? 0, skipped.length);
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium" aria-label={`${formatCount(count)} left aside by ${name}`}>
        {formatCount(count)} left aside
      </summary>
      <ul className="mt-3 max-h-80 divide-y overflow-y-auto rounded-lg border" tabIndex={0} aria-label={`Left aside by ${name}`}>
        {skipped.map(({ address, reason }, place) => (
          <li key={`${place} ${address}`} className="space-y-0.5 px-3 py-2">
            <p className="wrap-anywhere">{address}</p>
            <p className="text-muted-foreground">{reason}</p>
          </li>
        ))}
      </ul>
      {count > skipped.length && <p className="mt-2 text-muted-foreground">These are the first {formatCount(skipped.length)}.</p>}
    </details>
  );
}
