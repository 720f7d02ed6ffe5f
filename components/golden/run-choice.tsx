"use client";

import { useRouter } from "next/navigation";

import { formatTime } from "@/components/ui/format";
import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import { Label } from "@/components/ui/label";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";

interface RunChoiceProps {
  address: GoldenAddress;
  run: GoldenRun;
  /** The number of the run that is compared with; null for none. */
  against: number | null;
  runs: readonly GoldenRun[];
}

/** Chooses the run to compare with. */
export function RunChoice({ address, run, against, runs }: RunChoiceProps) {
  const router = useRouter();
  if (runs.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <Label htmlFor="against">Compare with</Label>
      <select
        id="against"
        value={against ?? ""}
        onChange={(event) => {
          const query = event.target.value === "" ? "" : `?against=${event.target.value}`;
          router.push(goldenPath(address, `/runs/${run.number}${query}`));
        }}
        className="h-9 max-w-full rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/60"
      >
        <option value="">No other run</option>
        {runs.map(({ id, number, passed, total, createdAt }) => (
          <option key={id} value={number}>
            Run {number}: {passed} of {total} passed, {formatTime(createdAt)}
          </option>
        ))}
      </select>
    </div>
  );
}
