import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { type GoldenAddress, goldenPath } from "@/components/golden/golden-address";
import type { AskingState } from "@/lib/portal/asking/asking-state";

/** What the operator or the rule has done, and what ends it. */
export function AskingNotices({ address, state: { enabled, stopped, offSinceRun, heldSinceRun, gate } }: { address: GoldenAddress; state: AskingState }) {
  const run = (number: number) => (
    <Link href={goldenPath(address, `/runs/${number}`)} className="font-medium underline underline-offset-4">
      run {number}
    </Link>
  );
  return (
    <>
      {stopped && <Notice>The operator has stopped it. Ask your contact there; until the stop is lifted nobody can switch it on.</Notice>}
      {offSinceRun !== null && (
        <Notice>
          Switched off by the rule after {run(offSinceRun)}, for the questions did not pass any more.{" "}
          {offSinceRun > 1 && (
            <Link href={goldenPath(address, `/runs/${offSinceRun}?against=${offSinceRun - 1}`)} className="font-medium underline underline-offset-4">
              See what changed
            </Link>
          )}
          {offSinceRun > 1 && ". "}
          {wayBack(gate)}
        </Notice>
      )}
      {heldSinceRun !== null && <Notice>Since {run(heldSinceRun)} connected sources bring in nothing new, as the rule says. Uploads by hand still work.</Notice>}
      {enabled && !gate.passes && gate.questions > 0 && <Notice>It is on, and the questions do not pass at the moment. Look at what failed.</Notice>}
    </>
  );
}

/** What brings it on again after the rule has switched it off. */
function wayBack({ passes, signable }: AskingState["gate"]): string {
  if (!passes) return "It goes on again by itself when a run passes.";
  return signable ? "The questions have changed and pass now: sign them, and switch it on." : "The questions pass now: switch it on, or wait for the next run.";
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2.5 border-t bg-warning-surface px-5 py-3 text-sm text-warning sm:px-6">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
