import Link from "next/link";

import { formatTime } from "@/components/ui/format";
import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import { RunBadge } from "@/components/golden/run-badge";
import { durationWords, startedWords } from "@/components/golden/run-words";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";

/** The runs of a project, newest first. */
export function RunsTable({ address, runs }: { address: GoldenAddress; runs: readonly GoldenRun[] }) {
  if (runs.length === 0) {
    return (
      <div className="space-y-1 rounded-xl border border-dashed p-8 text-center">
        <p className="font-medium">No run yet</p>
        <p className="text-sm text-muted-foreground">Start one from the questions with “Run all”.</p>
      </div>
    );
  }
  return (
    <div className="overflow-x-auto rounded-xl border bg-card">
      <Table>
        <TableHeader>
          <TableRow>
            <TableHead scope="col">Run</TableHead>
            <TableHead scope="col">Passed</TableHead>
            <TableHead scope="col" className="max-sm:hidden">
              Took
            </TableHead>
            <TableHead scope="col" className="text-right">
              State
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {runs.map((run) => (
            <TableRow key={run.id}>
              <TableCell className="whitespace-normal">
                <Link
                  href={goldenPath(address, `/runs/${run.number}`)}
                  className="rounded-sm font-medium underline-offset-4 outline-none hover:underline focus-visible:ring-[3px] focus-visible:ring-ring/60"
                >
                  Run {run.number}
                </Link>
                <span className="block text-sm text-muted-foreground">
                  {startedWords(run)}, <time dateTime={run.createdAt}>{formatTime(run.createdAt)}</time>
                </span>
              </TableCell>
              <TableCell className="tabular-nums">
                {run.passed} of {run.total}
              </TableCell>
              <TableCell className="whitespace-nowrap text-muted-foreground tabular-nums max-sm:hidden">{durationWords(run)}</TableCell>
              <TableCell className="text-right">
                <RunBadge run={run} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
