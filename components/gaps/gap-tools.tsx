"use client";

import { useId, useState, useTransition } from "react";

import type { GapOwner } from "@/components/gaps/gap-card";
import { Select } from "@/components/golden/select";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { Gap, GapStatus } from "@/lib/portal/gaps/gap";

/** What an admin can do with a gap. */
export interface GapActions {
  assign: (input: { id: string; ownerId: string | null }) => Promise<ActionResult<unknown>>;
  decide: (input: { id: string; status: GapStatus }) => Promise<ActionResult<unknown>>;
}

interface GapToolsProps {
  gap: Gap;
  people: readonly GapOwner[];
  actions: GapActions;
}

const UNANSWERED = "The portal did not answer. Try again.";

/** Who is to close a gap, and whether it is closed. */
export function GapTools({ gap, people, actions }: GapToolsProps) {
  const { id, status, ownerId } = gap;
  const field = useId();
  const [problem, setProblem] = useState("");
  const [pending, start] = useTransition();
  const act = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work().catch(() => null);
      setProblem(result === null ? UNANSWERED : result.ok ? "" : result.error.message);
    });
  const to = (next: GapStatus) => () => act(() => actions.decide({ id, status: next }));
  return (
    <>
      <div className="w-full sm:w-52">
        <Select
          id={field}
          label={`Who closes “${gap.question}”`}
          hideLabel
          value={ownerId ?? ""}
          choices={[{ value: "", label: "Assigned to nobody" }, ...people.map((person) => ({ value: person.id, label: person.name }))]}
          onChoose={(value) => act(() => actions.assign({ id, ownerId: value === "" ? null : value }))}
        />
      </div>
      {status === "open" ? (
        <>
          <Button type="button" size="sm" variant="outline" disabled={pending} onClick={to("solved")}>
            Solved
          </Button>
          <Button type="button" size="sm" variant="ghost" disabled={pending} onClick={to("dismissed")}>
            Dismiss
          </Button>
        </>
      ) : (
        <Button type="button" size="sm" variant="outline" disabled={pending} onClick={to("open")}>
          Open again
        </Button>
      )}
      <p role="status" className="w-full text-sm text-destructive empty:hidden">
        {problem}
      </p>
    </>
  );
}
