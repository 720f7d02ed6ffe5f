import { FileCheck2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { AnswerText } from "@/components/chat/answer-text";
import { IndexedAt } from "@/components/chat/indexed-at";
import type { ProjectAddress } from "@/components/chat/project-address";
import { Refusal } from "@/components/chat/refusal";
import { Sources } from "@/components/chat/sources";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import type { ChatAnswer } from "@/lib/engine/contract";

interface AnswerProps {
  answer: ChatAnswer;
  address: ProjectAddress;
  /** When the newest of the project's documents was indexed: for refusals, which rest on no document. */
  lastIndexedAt: string | null;
  /** Whether the person may add documents. */
  mayWrite: boolean;
  /** What can be done with the answer. */
  actions: ReactNode;
}

/** A whole answer: where it comes from and how sure it is, its text, its sources. */
export function Answer({ answer, address, lastIndexedAt, mayWrite, actions }: AnswerProps) {
  const { label, grounding, citations, mode } = answer;
  return (
    <div className="space-y-4">
      {grounding === "refused" ? (
        <Refusal answer={answer} address={address} mayWrite={mayWrite} />
      ) : (
        <>
          {label !== null && (
            <p className="flex items-center gap-1.5 text-xs font-medium text-muted-foreground">
              <FileCheck2 aria-hidden className="size-4 shrink-0" />
              {label}
            </p>
          )}
          {grounding === "uncertain" && <LowConfidence />}
          <AnswerText text={answer.answer} form={mode === "extractive" ? "quoted" : "written"} citations={citations} address={address} />
          <Sources title={grounding === "uncertain" ? "Closest passages" : "Sources"} citations={citations} numbered address={address} />
        </>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <IndexedAt time={answer.indexedAt ?? lastIndexedAt} />
        {actions}
      </footer>
    </div>
  );
}

function LowConfidence() {
  return (
    <Alert variant="warning" role="note">
      <TriangleAlert aria-hidden />
      <AlertTitle>Low confidence</AlertTitle>
      <AlertDescription>Open the passages below before you rely on them.</AlertDescription>
    </Alert>
  );
}
