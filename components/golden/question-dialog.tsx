"use client";

import { type ReactNode, useState } from "react";

import { QuestionForm } from "@/components/golden/question-form";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/portal/actions/action-result";
import type { CitableDocument } from "@/lib/portal/golden/citable-documents";
import type { GoldenQuestion, GoldenQuestionInput } from "@/lib/portal/golden/golden-question";

interface QuestionDialogProps {
  question: GoldenQuestion | null;
  documents: readonly CitableDocument[];
  save: (input: GoldenQuestionInput) => Promise<ActionResult<GoldenQuestion>>;
  onSaved: (question: GoldenQuestion) => void;
  /** The button that opens it. */
  children: ReactNode;
}

/** A dialog in which a golden question is written or changed. */
export function QuestionDialog({ question, children, onSaved, ...form }: QuestionDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{children}</DialogTrigger>
      <DialogContent className="max-h-[90dvh] overflow-y-auto sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>{question === null ? "Add a golden question" : "Change the golden question"}</DialogTitle>
          <DialogDescription>
            {question === null
              ? "A question whose right answer you know. It is asked as any end user would ask it, and the answer is compared with yours."
              : "Its last verdict was about the old wording: run the question again after saving."}
          </DialogDescription>
        </DialogHeader>
        <QuestionForm
          {...form}
          question={question}
          onSaved={(saved) => {
            setOpen(false);
            onSaved(saved);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
