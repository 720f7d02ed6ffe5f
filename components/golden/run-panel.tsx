"use client";

import { Play, Square } from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";

import { formatTime } from "@/components/ui/format";
import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import { isUnderWay, OUTCOME_WORDS, startedWords, STATUS_WORDS } from "@/components/golden/run-words";
import { useRunProgress } from "@/components/golden/use-run-progress";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Refreshing } from "@/components/ui/refreshing";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";

interface RunPanelProps {
  address: GoldenAddress;
  /** The newest run; null before the first one. */
  latest: GoldenRun | null;
  hasQuestions: boolean;
  /** Absent for those who may only look. */
  start?: ((input: null) => Promise<ActionResult<GoldenRun>>) | undefined;
  cancel?: ((input: { id: string }) => Promise<ActionResult<unknown>>) | undefined;
}

/** A run that a schedule, a changed document or a colleague starts is seen within this time, in ms. */
const LOOK_FOR_RUNS_EVERY_MS = 15_000;

/** The newest run: how far it is or how it went, and the way to the next one. */
export function RunPanel({ address, latest, hasQuestions, start, cancel }: RunPanelProps) {
  const [run, setRun] = useRunProgress(address, latest);
  const [error, setError] = useState<string | null>(null);
  const [pending, begin] = useTransition();
  const underWay = run !== null && isUnderWay(run);
  const startRun = () =>
    begin(async () => {
      const result = await start?.(null).catch(() => null);
      setError(result?.ok ? null : (result?.error.message ?? "The portal did not answer. Try again."));
      if (result?.ok) setRun(result.value);
    });
  const cancelRun = () => begin(async () => void (run !== null && (await cancel?.({ id: run.id }))));
  return (
    <section aria-labelledby="run" className="rounded-xl border bg-card p-5 shadow-xs sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 space-y-0.5">
          <h2 id="run" className="scroll-mt-8 font-semibold">
            {run === null ? "No run yet" : `Run ${run.number}`}
          </h2>
          <p className="text-sm text-muted-foreground">{run === null ? "A run asks every question and keeps what came of each." : <RunLine run={run} />}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {run !== null && !underWay && (
            <Button asChild variant="ghost">
              <Link href={goldenPath(address, `/runs/${run.number}`)}>See results</Link>
            </Button>
          )}
          {start !== undefined && !underWay && (
            <Button type="button" disabled={pending || !hasQuestions} onClick={startRun}>
              <Play aria-hidden />
              Run all
            </Button>
          )}
          {cancel !== undefined && underWay && (
            <Button type="button" variant="outline" disabled={pending} onClick={cancelRun}>
              <Square aria-hidden />
              Cancel
            </Button>
          )}
        </div>
      </div>
      {!underWay && <Refreshing everyMs={LOOK_FOR_RUNS_EVERY_MS} />}
      {underWay && <Progress className="mt-4" value={(100 * run.done) / Math.max(1, run.total)} aria-label="Questions asked" />}
      {run?.outcome != null && OUTCOME_WORDS[run.outcome] !== null && <p className="mt-3 text-sm">{OUTCOME_WORDS[run.outcome]}</p>}
      {error !== null && (
        <p role="alert" className="mt-3 text-sm text-destructive">
          {error}
        </p>
      )}
    </section>
  );
}

function RunLine({ run }: { run: GoldenRun }) {
  if (run.status === "waiting") return <span role="status">Waiting for its turn.</span>;
  if (run.status === "running")
    return (
      <span role="status" className="tabular-nums">
        {run.done} of {run.total} asked, {run.passed} passed so far.
      </span>
    );
  return (
    <>
      <span className="tabular-nums">
        {run.status === "done" ? `${run.passed} of ${run.total} passed` : STATUS_WORDS[run.status]}. {startedWords(run)}
      </span>
      , <time dateTime={run.createdAt}>{formatTime(run.createdAt)}</time>.
    </>
  );
}
