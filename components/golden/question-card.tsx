"use client";

import { Pencil, Play } from "lucide-react";
import { useState, useTransition } from "react";

import { Expectation } from "@/components/golden/expectation";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { OverruleDialog, type Overrule } from "@/components/golden/overrule-dialog";
import { QuestionDialog } from "@/components/golden/question-dialog";
import { QuestionMeta } from "@/components/golden/question-meta";
import type { QuestionWriting } from "@/components/golden/question-writing";
import { Verdict } from "@/components/golden/verdict";
import { standingOf, VerdictBadge } from "@/components/golden/verdict-badge";
import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** What an admin can do with one question. */
export interface QuestionTools extends QuestionWriting {
  change: (input: { id: string; question: GoldenQuestionInput }) => Promise<ActionResult<GoldenQuestion>>;
  remove: Confirmed;
  run: (input: { id: string }) => Promise<ActionResult<GoldenQuestion>>;
  overrule: Overrule;
  takeBack: (input: { verdictId: string }) => Promise<ActionResult<unknown>>;
}

interface QuestionCardProps {
  address: GoldenAddress;
  question: GoldenQuestion;
  owner: string | undefined;
  /** Absent for those who may only look. */
  tools?: QuestionTools | undefined;
}

/** One golden question: what it asks, what it expects, how it did. */
export function QuestionCard({ address, question, owner, tools }: QuestionCardProps) {
  const [error, setError] = useState<string | null>(null);
  const [running, start] = useTransition();
  const { latest } = question;
  const act = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work().catch(() => null);
      setError(result?.ok ? null : (result?.error.message ?? "The portal did not answer. Try again."));
    });
  return (
    <li className="space-y-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-64 font-medium break-words">{question.question}</h3>
        <VerdictBadge standing={running ? "running" : standingOf(latest)} />
      </div>
      <QuestionMeta question={question} owner={owner} />
      <Expectation {...question} />
      {latest !== null && <Verdict address={address} asked={question} verdict={latest} />}
      {error !== null && (
        <p role="alert" className="text-sm text-destructive">
          {error}
        </p>
      )}
      {tools !== undefined && <Tools question={question} tools={tools} busy={running} act={act} />}
    </li>
  );
}

interface ToolsProps {
  question: GoldenQuestion;
  tools: QuestionTools;
  busy: boolean;
  act: (work: () => Promise<ActionResult<unknown>>) => void;
}

function Tools({ question, tools, busy, act }: ToolsProps) {
  const { id, latest } = question;
  const change = async (input: GoldenQuestionInput) => {
    const result = await tools.change({ id, question: input });
    // What it asks or expects now has no verdict yet.
    if (result.ok && result.value.latest === null) act(() => tools.run({ id }));
    return result;
  };
  return (
    <div className="-mx-1 flex flex-wrap items-center gap-1">
      <Button type="button" variant="outline" size="sm" disabled={busy} aria-label={`Run “${question.question}”`} onClick={() => act(() => tools.run({ id }))}>
        <Play aria-hidden />
        Run
      </Button>
      <QuestionDialog question={question} documents={tools.documents} people={tools.people} save={change}>
        <Button type="button" variant="ghost" size="sm" disabled={busy} aria-label={`Change “${question.question}”`}>
          <Pencil aria-hidden />
          Change
        </Button>
      </QuestionDialog>
      {latest !== null && latest.overruled === null && (
        <OverruleDialog verdictId={latest.id} question={question.question} passed={latest.passed} overrule={tools.overrule} />
      )}
      {latest !== null && latest.overruled !== null && (
        <Button type="button" variant="ghost" size="sm" disabled={busy} onClick={() => act(() => tools.takeBack({ verdictId: latest.id }))}>
          Take the overruling back
        </Button>
      )}
      <ConfirmedButton id={id} label="Delete" subject={`“${question.question}”`} question="Delete this question?" act={tools.remove} />
    </div>
  );
}
