"use client";

import { useState } from "react";

import type { GoldenAddress } from "@/components/golden/golden-address";
import { ResultCard, type ResultTools } from "@/components/golden/result-card";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import type { RunResult } from "@/lib/portal/golden/runs/run-report";

interface RunResultsProps {
  address: GoldenAddress;
  results: readonly RunResult[];
  /** Absent for those who may only look. */
  tools?: ResultTools | undefined;
}

/** What came of each question of a run. */
export function RunResults({ address, results, tools }: RunResultsProps) {
  const [failedOnly, setFailedOnly] = useState(false);
  const failed = results.filter(({ verdict }) => !verdict.passed);
  const shown = failedOnly ? failed : results;
  return (
    <section aria-labelledby="results" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="results" className="text-lg font-semibold">
          Results <span className="font-normal text-muted-foreground tabular-nums">{results.length}</span>
        </h2>
        {failed.length > 0 && (
          <div className="flex items-center gap-2 print:hidden">
            <Switch id="failed-only" checked={failedOnly} onCheckedChange={setFailedOnly} />
            <Label htmlFor="failed-only">Only the {failed.length} failed</Label>
          </div>
        )}
      </div>
      {results.length === 0 ? (
        <p className="rounded-xl border border-dashed p-8 text-center text-sm text-muted-foreground">Nothing was asked in this run.</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-card print:border-0">
          {shown.map((result) => (
            <ResultCard key={result.verdict.id} address={address} result={result} tools={tools} />
          ))}
        </ul>
      )}
    </section>
  );
}
