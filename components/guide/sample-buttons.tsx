"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";

/** What can be done with the sample set. */
export interface SampleActions {
  add: (input: null) => Promise<ActionResult<unknown>>;
  remove: (input: null) => Promise<ActionResult<unknown>>;
}

interface SampleButtonsProps {
  /** Nothing is in the project yet. */
  empty: boolean;
  samples: boolean;
  actions: SampleActions;
}

/** Brings the sample set into an empty project, and takes it out again. */
export function SampleButtons({ empty, samples, actions }: SampleButtonsProps) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [pending, start] = useTransition();
  const act = (work: SampleActions["add"]) => () =>
    start(async () => {
      const result = await work(null).catch(() => null);
      setProblem(result === null ? "The portal did not answer. Try again." : result.ok ? "" : result.error.message);
      router.refresh();
    });
  if (!empty && !samples) return null;
  return (
    <>
      {samples ? (
        <Button type="button" size="sm" variant="outline" disabled={pending} onClick={act(actions.remove)}>
          {pending ? "Removing…" : "Remove samples"}
        </Button>
      ) : (
        <Button type="button" size="sm" variant="outline" disabled={pending} onClick={act(actions.add)}>
          {pending ? "Adding…" : "Try with samples"}
        </Button>
      )}
      <p role="status" className="w-full text-sm text-destructive empty:hidden">
        {problem}
      </p>
    </>
  );
}
