import { formatBytes, formatCount } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatMs, type ShownDay } from "@/components/usage/shown-day";

const NUMBER = "text-right tabular-nums max-sm:px-2";
const COLUMNS: readonly { name: string; show: (day: ShownDay) => string; className?: string }[] = [
  { name: "Questions", show: (day) => formatCount(day.questions) },
  { name: "Refused", show: (day) => formatCount(day.refused) },
  { name: "Uncertain", show: (day) => formatCount(day.uncertain), className: "max-sm:hidden" },
  { name: "People", show: (day) => formatCount(day.people) },
  { name: "Half within", show: (day) => formatMs(day.p50Ms), className: "max-sm:hidden" },
  { name: "95 % within", show: (day) => formatMs(day.p95Ms), className: "max-sm:hidden" },
  { name: "Documents", show: (day) => optional(day.documents, formatCount), className: "max-lg:hidden" },
  { name: "Pages", show: (day) => optional(day.pages, formatCount), className: "max-lg:hidden" },
  { name: "Size", show: (day) => optional(day.bytes, formatBytes), className: "max-lg:hidden" },
  { name: "Tokens", show: (day) => optional(day.tokens, formatCount), className: "max-lg:hidden" },
];

/** Every day with something in numbers, the newest first. */
export function UsageTable({ days }: { days: readonly ShownDay[] }) {
  const counted = days.filter(({ questions, documents }) => questions > 0 || documents !== null).toReversed();
  if (counted.length === 0) return <p className="rounded-lg border border-dashed p-8 text-center text-sm text-muted-foreground">Nothing was counted in these days.</p>;
  return (
    <div className="overflow-hidden rounded-lg border">
      <Table>
        <caption className="sr-only">Usage by day (UTC), the newest first</caption>
        <TableHeader>
          <TableRow>
            <TableHead scope="col" className="max-sm:px-2">
              Day
            </TableHead>
            {COLUMNS.map(({ name, className = "" }) => (
              <TableHead key={name} scope="col" className={`text-right max-sm:px-2 ${className}`}>
                {name}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {counted.map((day) => (
            <TableRow key={day.day}>
              <TableCell className="tabular-nums max-sm:px-2">{day.day}</TableCell>
              {COLUMNS.map(({ name, show, className = "" }) => (
                <TableCell key={name} className={`${NUMBER} ${className}`}>
                  {show(day)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function optional(value: number | null, format: (value: number) => string): string {
  return value === null ? "–" : format(value);
}
