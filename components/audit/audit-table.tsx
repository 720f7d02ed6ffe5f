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
  const parts = [...factsOf("was", before), ...factsOf("now", after)];
  return parts.length === 0 ? null : <span className="block text-sm text-muted-foreground">{parts.join(" · ")}</span>;
}

function factsOf(when: string, facts: AuditRecord["before"]): string[] {
  return Object.entries(facts).map(([name, value]) => `${when} ${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`);
}
