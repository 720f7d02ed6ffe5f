"use client";

import { type ReactNode, useState } from "react";

import { QuestionForm } from "@/components/golden/question-form";
import type { QuestionWriting } from "@/components/golden/question-writing";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

interface QuestionDialogProps extends QuestionWriting {
  question: GoldenQuestion | null;
  /** What a new one asks already; then the dialog is open from the start. */
  wording?: string | undefined;
  save: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  /** The button that opens it. */
  children: ReactNode;
}

/** A dialog in which a golden question is written or changed. */
export function QuestionDialog({ question, wording, children, ...form }: QuestionDialogProps) {
  const [open, setOpen] = useState(wording !== undefined);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent className="sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>{question === null ? "Add a golden question" : "Change the golden question"}</DialogTitle>
          <DialogDescription>
            {question === null
              ? "A question whose right answer you know. It is asked as any end user would ask it, and the answer is compared with yours."
              : "When it asks or expects something else than before, it is run again as soon as you save it."}
          </DialogDescription>
        </DialogHeader>
        <QuestionForm {...form} question={question} wording={wording} onSaved={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
