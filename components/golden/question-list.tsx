"use client";

import { Plus } from "lucide-react";
import { useState } from "react";

import { FileMenu } from "@/components/golden/file-menu";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { NoQuestions } from "@/components/golden/no-questions";
import { QuestionCard, type QuestionTools } from "@/components/golden/question-card";
import { QuestionDialog } from "@/components/golden/question-dialog";
import { filtered, NO_FILTER, tagsOf } from "@/components/golden/question-filter";
import { QuestionToolbar } from "@/components/golden/question-toolbar";
import type { Answerable } from "@/components/golden/question-writing";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";
import type { Imported } from "@/lib/portal/golden/transfer/import-questions";

/** What an admin can do with the questions. */
export interface ListTools extends QuestionTools {
  add: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  importFile: (input: { text: string }) => Promise<ActionResult<Imported>>;
}

interface QuestionListProps {
  address: GoldenAddress;
  questions: readonly GoldenQuestion[];
  people: readonly Answerable[];
  /** A question that comes from elsewhere and is to be written down. */
  wording?: string | undefined;
  /** Absent for those who may only look. */
  tools?: ListTools | undefined;
}

/** Above so many questions they can be searched. */
const FEW = 5;
/** Questions shown at first, and how many more each time. */
const PAGE = 25;

/** The project's golden questions. */
export function QuestionList({ address, questions, people, wording, tools }: QuestionListProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [most, setMost] = useState(PAGE);
  const fitting = filtered(questions, filter);
  const shown = fitting.slice(0, most);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="questions" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="questions" className="text-lg font-semibold">
          Questions <span className="font-normal text-muted-foreground tabular-nums">{questions.length}</span>
        </h2>
        {tools !== undefined && (
          <div className="flex flex-wrap gap-2">
            <FileMenu address={address} importFile={tools.importFile} />
            <QuestionDialog question={null} wording={wording} documents={tools.documents} people={tools.people} save={tools.add}>
              <Button type="button">
                <Plus aria-hidden />
                Add question
              </Button>
            </QuestionDialog>
          </div>
        )}
      </div>
      {questions.length > FEW && <QuestionToolbar filter={filter} tags={tagsOf(questions)} onFilter={setFilter} />}
      {questions.length === 0 ? (
        <NoQuestions address={address} mayWrite={tools !== undefined} />
      ) : shown.length === 0 ? (
        <p className="rounded-lg border border-dashed p-8 text-center text-sm text-muted-foreground">No question fits. Search for less, or show all.</p>
      ) : (
        <ul className="divide-y rounded-xl border bg-card">
          {shown.map((question) => (
            <QuestionCard key={question.id} address={address} question={question} owner={names.get(question.ownerId ?? "")} tools={tools} />
          ))}
        </ul>
      )}
      {fitting.length > most && (
        <Button type="button" variant="outline" className="w-full" onClick={() => setMost(most + PAGE)}>
          Show more, {fitting.length - most} are left
        </Button>
      )}
    </section>
  );
}
