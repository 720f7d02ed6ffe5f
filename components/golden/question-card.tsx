"use client";

import { Pencil, Play } from "lucide-react";

import { ConfirmedButton, type Confirmed } from "@/components/members/confirmed-button";
import { Expectation } from "@/components/golden/expectation";
import { QuestionDialog } from "@/components/golden/question-dialog";
import { Verdict } from "@/components/golden/verdict";
import { type Standing, VerdictBadge } from "@/components/golden/verdict-badge";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

/** What an admin can do with one question. */
export interface QuestionTools {
  documents: readonly CitableDocument[];
  change: (input: { id: string; question: GoldenQuestionInput }) => Promise<ActionResult<GoldenQuestion>>;
  remove: Confirmed;
  run: (id: string) => void;
  /** While something runs, nothing else can be started. */
  busy: boolean;
  onChanged: (question: GoldenQuestion) => void;
}

interface QuestionCardProps {
  question: GoldenQuestion;
  running: boolean;
  /** Why the last try to ask it came to nothing. */
  error: string | undefined;
  /** Absent for those who may only look. */
  tools?: QuestionTools | undefined;
}

/** One golden question: what it asks, what it expects, how it did. */
export function QuestionCard({ question, running, error, tools }: QuestionCardProps) {
  const { latest } = question;
  const standing: Standing = running ? "running" : latest === null ? "not-run" : latest.passed ? "passed" : "failed";
  return (
    <li className="space-y-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-64 font-medium break-words">{question.question}</h3>
        <VerdictBadge standing={standing} />
      </div>
      <Expectation {...question} />
      {latest !== null && !running && <Verdict {...latest} />}
      {error !== undefined && (
        <p role="alert" className="text-sm text-destructive">
          {error}
        </p>
      )}
      {tools !== undefined && <Tools question={question} {...tools} />}
    </li>
  );
}

function Tools({ question, documents, change, remove, run, busy, onChanged }: QuestionTools & { question: GoldenQuestion }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="button" variant="outline" size="sm" disabled={busy} aria-label={`Run “${question.question}”`} onClick={() => run(question.id)}>
        <Play aria-hidden />
        Run
      </Button>
      <QuestionDialog question={question} documents={documents} save={(input) => change({ id: question.id, question: input })} onSaved={onChanged}>
        <Button type="button" variant="ghost" size="sm" disabled={busy} aria-label={`Change “${question.question}”`}>
          <Pencil aria-hidden />
          Change
        </Button>
      </QuestionDialog>
      <ConfirmedButton id={question.id} label="Delete" subject={`“${question.question}”`} question="Delete it with its verdicts?" act={remove} />
    </div>
  );
}
