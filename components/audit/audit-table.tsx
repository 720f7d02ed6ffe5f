import Link from "next/link";

import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AuditRecord } from "@/lib/portal/audit/audit-event";

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });

interface AuditTableProps {
  rows: readonly AuditRecord[];
  /** What each code of an action reads like; one that is not there is shown as it is. */
  sentences: Readonly<Record<string, string>>;
  /** Where the rows before these are; null when there are none. */
  olderHref: string | null;
}

/** Rows of the log, newest first. */
export function AuditTable({ rows, sentences, olderHref }: AuditTableProps) {
  if (rows.length === 0) return <p className="rounded-lg border border-dashed p-8 text-center text-muted-foreground">Nothing of this kind has happened yet.</p>;
  return (
    <div className="space-y-4">
      <div className="rounded-lg border">
        <Table>
          <TableHeader>
            <TableRow>
              <TableHead scope="col">When (UTC)</TableHead>
              <TableHead scope="col">What</TableHead>
              <TableHead scope="col" className="max-md:hidden">
                From
              </TableHead>
              <TableHead scope="col" className="text-right max-sm:hidden">
                Row
              </TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.sequence}>
                <TableCell className="align-top text-muted-foreground tabular-nums max-sm:whitespace-normal">{TIME.format(new Date(row.at))}</TableCell>
                <TableCell className="align-top break-words whitespace-normal">
                  <span className="font-medium">{row.actorName}</span> {sentences[row.action] ?? row.action} {row.targetName !== null && <span className="font-medium">{row.targetName}</span>}
                  <Facts before={row.before} after={row.after} />
                </TableCell>
                <TableCell className="align-top text-muted-foreground max-md:hidden">{row.address ?? "in the background"}</TableCell>
                <TableCell className="text-right align-top text-muted-foreground tabular-nums max-sm:hidden">{row.sequence}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {olderHref !== null && (
        <Button asChild variant="outline">
          <Link href={olderHref}>Older rows</Link>
        </Button>
      )}
    </div>
  );
}

function Facts({ before, after }: Pick<AuditRecord, "before" | "after">) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const parts = names.map((name) => `${name}: ${[before[name], after[name]].filter((value) => value !== undefined).map(shown).join(" → ")}`);
  return parts.length === 0 ? null : <span className="block text-sm text-muted-foreground">{parts.join(" · ")}</span>;
}

/** A fact's value in words; of a long digest its beginning. */
function shown(value: unknown): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  const text = String(value);
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}
