import { formatCount } from "@/components/ui/format";
import { BarChart } from "@/components/usage/bar-chart";
import { formatMs, type ShownDay } from "@/components/usage/shown-day";
import { UsageTable } from "@/components/usage/usage-table";

interface UsageViewProps {
  days: readonly ShownDay[];
  summary: { questions: number; uncertain: number; refused: number; p50Ms: number | null; p95Ms: number | null };
}

/** Some days in a few numbers, two charts, and a table of everything. */
export function UsageView({ days, summary }: UsageViewProps) {
  const { questions, refused, uncertain, p50Ms, p95Ms } = summary;
  const share = (count: number) => (questions === 0 ? "–" : `${Math.round((count * 100) / questions)} %`);
  const facts: [string, string][] = [
    ["Questions", formatCount(questions)],
    ["Refused", share(refused)],
    ["Uncertain", share(uncertain)],
    ["Half answered within", formatMs(p50Ms)],
    ["95 % within", formatMs(p95Ms)],
  ];
  return (
    <div className="space-y-6">
      <dl className="grid grid-cols-2 gap-4 rounded-xl border bg-card p-4 sm:grid-cols-5 sm:p-6">
        {facts.map(([name, value]) => (
          <div key={name} className="space-y-1">
            <dt className="text-sm text-muted-foreground">{name}</dt>
            <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-4 lg:grid-cols-2">
        <BarChart
          title="Questions a day, the refused ones stronger"
          description={`${formatCount(questions)} questions in ${days.length} days, ${formatCount(refused)} of them refused. The table below has every day.`}
          bars={days.map(({ day, questions: value, refused: part }) => ({ label: day, value, part }))}
          format={formatCount}
        />
        <BarChart
          title="95 % of answers within"
          description={`95 % of all answers came within ${formatMs(p95Ms)}. The table below has every day.`}
          bars={days.map(({ day, p95Ms: value }) => ({ label: day, value: value ?? 0 }))}
          format={formatMs}
        />
      </div>
      <UsageTable days={days} />
    </div>
  );
}
