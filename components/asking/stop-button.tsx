"use client";

import { ConfirmedButton } from "@/components/members/confirmed-button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { ProjectAsking } from "@/lib/portal/operators/stop-asking";

interface StopButtonProps {
  project: ProjectAsking;
  stop: (input: { organisationId: string; projectId: string; stop: boolean }) => Promise<ActionResult<unknown>>;
}

/** Stops one project's asking, or lifts the stop, after asking once more. */
export function StopButton({ project: { organisationId, projectId, organisationName, projectName, stoppedAt }, stop }: StopButtonProps) {
  const stopped = stoppedAt !== null;
  return (
    <ConfirmedButton
      id={projectId}
      label={stopped ? "Lift the stop" : "Stop"}
      subject={`${projectName} of ${organisationName}`}
      question={stopped ? `Let ${organisationName} switch “Ask your docs” on again?` : `Stop “Ask your docs” for ${organisationName}?`}
      consequence={stopped ? "It stays off until an admin there switches it on." : "Its end users can ask nothing more from the next moment on."}
      act={() => stop({ organisationId, projectId, stop: !stopped })}
    />
  );
}
