"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** Asks one question and judges the answer. */
export type RunQuestion = (input: { id: string }) => Promise<ActionResult<GoldenQuestion>>;

/** How far a run has come. */
export interface RunProgress {
  /** The question that is being asked. */
  current: string;
  done: number;
  total: number;
}

const NO_ANSWER = "The portal did not answer. Run it again.";

/** Runs questions one after the other, keeps what came of them until the page has it, and can be stopped between two. */
export function useRuns(run: RunQuestion) {
  const router = useRouter();
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const [results, setResults] = useState<ReadonlyMap<string, GoldenQuestion>>(new Map());
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const stopped = useRef(false);

  async function start(ids: readonly string[]) {
    stopped.current = false;
    setErrors(new Map());
    for (const [done, id] of ids.entries()) {
      if (stopped.current) break;
      setProgress({ current: id, done, total: ids.length });
      const result = await run({ id }).catch(() => null);
      if (result?.ok) setResults((map) => new Map(map).set(id, result.value));
      else setErrors((map) => new Map(map).set(id, result === null ? NO_ANSWER : result.error.message));
    }
    setProgress(null);
    router.refresh();
  }

  const stop = () => {
    stopped.current = true;
  };
  /** Forgets what came of a question that has been changed since. */
  const forget = (id: string) => setResults((map) => new Map([...map].filter(([key]) => key !== id)));
  return { progress, results, errors, start, stop, forget };
}
