"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { type GoldenAddress, goldenApi } from "@/components/golden/golden-address";
import { isUnderWay } from "@/components/golden/run-words";
import type { GoldenRun } from "@/lib/portal/golden/runs/run";

const BETWEEN_LOOKS_MS = 800;

/** Follows a run that is on its way, and has the page ask for itself again when it ends. Null while there is none. */
export function useRunProgress(address: GoldenAddress, given: GoldenRun | null): [GoldenRun | null, (run: GoldenRun) => void] {
  const router = useRouter();
  const [run, setRun] = useState(given);
  const [seen, setSeen] = useState(given);
  if (given !== seen) {
    setSeen(given);
    setRun(given);
  }
  const number = run !== null && isUnderWay(run) ? run.number : null;
  const url = number === null ? null : goldenApi(address, `/runs/${number}`);
  useEffect(() => {
    if (url === null) return undefined;
    const stop = new AbortController();
    const look = setInterval(() => {
      void fetchRun(url, stop.signal).then((next) => {
        if (next === null || stop.signal.aborted) return;
        setRun(next);
        if (!isUnderWay(next)) router.refresh();
      });
    }, BETWEEN_LOOKS_MS);
    return () => {
      clearInterval(look);
      stop.abort();
    };
  }, [url, router]);
  return [run, setRun];
}

/** The run as it is now; null when it could not be read, which the next look may mend. */
async function fetchRun(url: string, signal: AbortSignal): Promise<GoldenRun | null> {
  try {
    const response = await fetch(url, { signal, headers: { accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
