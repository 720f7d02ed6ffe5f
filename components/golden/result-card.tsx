"use client";

import { useTransition } from "react";

import { Expectation } from "@/components/golden/expectation";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { OverruleDialog, type Overrule } from "@/components/golden/overrule-dialog";
import { Verdict } from "@/components/golden/verdict";
import { standingOf, VerdictBadge } from "@/components/golden/verdict-badge";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { RunResult } from "@/lib/portal/golden/runs/run-report";

/** What an admin can do about a verdict. */
export interface ResultTools {
  overrule: Overrule;
  takeBack: (input: { verdictId: string }) => Promise<ActionResult<unknown>>;
}

interface ResultCardProps {
  address: GoldenAddress;
  result: RunResult;
  tools?: ResultTools | undefined;
}

/** What came of one question of a run, as it was asked then. */
export function ResultCard({ address, result: { asked, verdict }, tools }: ResultCardProps) {
  const [pending, start] = useTransition();
  return (
    <li className="space-y-3 p-4 sm:p-5 print:break-inside-avoid print:px-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-64 font-medium break-words">
          {asked.question} {asked.mustPass && <Badge className="ml-1 align-middle">Must pass</Badge>}
        </h3>
        <VerdictBadge standing={standingOf(verdict)} />
      </div>
      <Expectation {...asked} />
      <Verdict address={address} asked={asked} verdict={verdict} />
      {tools !== undefined && (
        <div className="-mx-1 flex flex-wrap gap-1 print:hidden">
          {verdict.overruled === null ? (
            <OverruleDialog verdictId={verdict.id} question={asked.question} passed={verdict.passed} overrule={tools.overrule} />
          ) : (
            <Button type="button" variant="ghost" size="sm" disabled={pending} onClick={() => start(async () => void (await tools.takeBack({ verdictId: verdict.id })))}>
              Take the overruling back
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
