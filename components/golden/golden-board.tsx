"use client";

import { Play, Plus, Square } from "lucide-react";

import type { Confirmed } from "@/components/members/confirmed-button";
import { QuestionCard } from "@/components/golden/question-card";
import { QuestionDialog } from "@/components/golden/question-dialog";
import { type RunProgress, type RunQuestion, useRuns } from "@/components/golden/use-runs";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

interface GoldenBoardProps {
  questions: readonly GoldenQuestion[];
  documents: readonly CitableDocument[];
  add: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  change: (input: { id: string; question: GoldenQuestionInput }) => Promise<ActionResult<GoldenQuestion>>;
  remove: Confirmed;
  run: RunQuestion;
}

/** The project's golden questions, for those who may write and run them. */
export function GoldenBoard({ questions, documents, add, change, remove, run }: GoldenBoardProps) {
  const { progress, results, errors, start, stop, forget } = useRuns(run);
  const tools = {
    documents,
    change,
    remove,
    run: (id: string) => void start([id]),
    busy: progress !== null,
    onChanged: ({ id }: GoldenQuestion) => forget(id),
  };
  return (
    <section aria-labelledby="questions" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="questions" className="text-lg font-semibold">
          Questions <span className="font-normal text-muted-foreground tabular-nums">{questions.length}</span>
        </h2>
        <div className="flex flex-wrap gap-2">
          <QuestionDialog question={null} documents={documents} save={add} onSaved={() => undefined}>
            <Button type="button" variant="outline">
              <Plus aria-hidden />
              Add question
            </Button>
          </QuestionDialog>
          {progress === null ? (
            <Button type="button" disabled={questions.length === 0} onClick={() => void start(questions.map(({ id }) => id))}>
              <Play aria-hidden />
              Run all
            </Button>
          ) : (
            <Button type="button" variant="outline" onClick={stop}>
              <Square aria-hidden />
              Stop
            </Button>
          )}
        </div>
      </div>
      <RunningLine progress={progress} />
      {questions.length === 0 ? (
        <NoQuestions />
      ) : (
        <ul className="divide-y rounded-lg border">
          {questions.map((question) => (
            <QuestionCard
              key={question.id}
              question={newer(question, results.get(question.id))}
              running={progress?.current === question.id}
              error={errors.get(question.id)}
              tools={tools}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The page's own question, or what a run has just made of it. */
function newer(question: GoldenQuestion, result: GoldenQuestion | undefined): GoldenQuestion {
  return result !== undefined && (result.latest?.ranAt ?? "") > (question.latest?.ranAt ?? "") ? { ...question, latest: result.latest } : question;
}

function RunningLine({ progress }: { progress: RunProgress | null }) {
  return (
    <div aria-live="polite">
      {progress !== null && (
        <div className="space-y-2">
          <p className="text-sm text-muted-foreground tabular-nums">
            Asking {progress.done + 1} of {progress.total}
          </p>
          <Progress value={(100 * progress.done) / progress.total} aria-label="Questions asked" />
        </div>
      )}
    </div>
  );
}

function NoQuestions() {
  return (
    <div className="space-y-1 rounded-lg border border-dashed p-8 text-center">
      <p className="font-medium">No golden question yet</p>
      <p className="text-sm text-muted-foreground">Add one by hand, or ask in the chat and save a good answer as expected.</p>
    </div>
  );
}
