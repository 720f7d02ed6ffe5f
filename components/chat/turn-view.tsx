import { memo } from "react";

import { Answer } from "@/components/chat/answer";
import { answerCopy } from "@/components/chat/answer-copy";
import { AnswerFeedback } from "@/components/chat/answer-feedback";
import { AnswerProgress } from "@/components/chat/answer-progress";
import { AnswerText } from "@/components/chat/answer-text";
import type { ChatSetting } from "@/components/chat/chat-setting";
import type { SettledTurn, Turn } from "@/components/chat/conversation";
import { CopyButton } from "@/components/chat/copy-button";
import { FailureNotice } from "@/components/chat/failure-notice";
import { Question } from "@/components/chat/question";
import { SaveExpected } from "@/components/chat/save-expected";
import { Button } from "@/components/ui/button";

interface TurnViewProps {
  turn: Turn;
  /** An answer is on its way somewhere in the conversation. */
  busy: boolean;
  setting: ChatSetting;
  onAgain: (turn: Turn) => void;
  onAnew: (question: string) => void;
}

/** A question with what became of it. */
export const TurnView = memo(function TurnView({ turn, ...rest }: TurnViewProps) {
  return (
    <article className="space-y-5">
      <Question text={turn.question} />
      {turn.state === "asking" ? <AnswerProgress turn={turn} address={rest.setting.address} /> : <Outcome turn={turn} {...rest} />}
    </article>
  );
});

function Outcome({ turn, busy, setting, onAgain, onAnew }: Omit<TurnViewProps, "turn"> & { turn: SettledTurn }) {
  const { address, mayWrite, lastIndexedAt, saveAsExpected, feedback } = setting;
  if (turn.state === "answered") {
    const { answer, question } = turn;
    const actions = (
      <div className="-mr-2 flex flex-wrap items-center gap-1">
        <CopyButton text={answerCopy(answer)} />
        {saveAsExpected !== undefined && <SaveExpected question={question} answer={answer} isFollowUp={turn.inSession} address={address} save={saveAsExpected} />}
      </div>
    );
    return (
      <>
        <Answer answer={answer} address={address} lastIndexedAt={lastIndexedAt} mayWrite={mayWrite} actions={actions} />
        <AnswerFeedback answer={answer} feedback={feedback} />
      </>
    );
  }
  return (
    <div className="space-y-3">
      {turn.text !== "" && <AnswerText text={turn.text} form="written" citations={null} address={address} />}
      {turn.state === "failed" ? (
        <FailureNotice turn={turn} busy={busy} onAgain={() => onAgain(turn)} onAnew={() => onAnew(turn.question)} />
      ) : (
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted-foreground">
          {turn.text === "" ? "Stopped before an answer came." : "Stopped. This is not the whole answer."}
          <Button type="button" variant="outline" size="sm" disabled={busy} onClick={() => onAgain(turn)}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
