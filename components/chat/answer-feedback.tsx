"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";

import { AskPerson } from "@/components/chat/ask-person";
import type { ChatFeedback } from "@/components/chat/chat-setting";
import { FeedbackForm } from "@/components/chat/feedback-form";
import { Button } from "@/components/ui/button";
import type { ChatAnswer } from "@/lib/engine/contract";
import type { FeedbackInput } from "@/lib/portal/feedback/feedback";

interface AnswerFeedbackProps {
  answer: ChatAnswer;
  feedback: ChatFeedback;
}

type Vote = FeedbackInput["vote"];

const UNANSWERED = "The portal did not answer. Try again.";

/** Whether an answer was right, in its reader's own word, and the way to a person. The same vote again takes it back. */
export function AnswerFeedback({ answer, feedback }: AnswerFeedbackProps) {
  const { messageId } = answer;
  const [vote, setVote] = useState<Vote>(feedback.votes[messageId] ?? null);
  const [note, setNote] = useState("");
  const [telling, setTelling] = useState(false);

  const send = async (next: Vote, said: Pick<FeedbackInput, "reason" | "note"> = {}): Promise<boolean> => {
    const result = await feedback.rate({ messageId, vote: next, ...said }).catch(() => null);
    if (result?.ok !== true) {
      setNote(result === null ? UNANSWERED : result.error.message);
      return false;
    }
    setVote(next);
    return true;
  };
  const press = async (pressed: "up" | "down") => {
    const next = vote === pressed ? null : pressed;
    setNote("");
    setTelling(false);
    if (!(await send(next))) return;
    setNote(next === null ? "Your vote is taken back." : "Thank you.");
    setTelling(next === "down");
  };
  const tell = async (said: Pick<FeedbackInput, "reason" | "note">) => {
    if (!(await send("down", said))) return;
    setTelling(false);
    setNote("Thank you. The people who look after your documents will see it.");
  };
  return (
    <div className="space-y-3 border-t pt-3">
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        <VoteButton pressed={vote === "up"} onPress={() => void press("up")} label="This answer is right">
          <ThumbsUp aria-hidden />
        </VoteButton>
        <VoteButton pressed={vote === "down"} onPress={() => void press("down")} label="This answer is not right">
          <ThumbsDown aria-hidden />
        </VoteButton>
        {feedback.findPerson !== undefined && <AskPerson answer={answer} find={feedback.findPerson} />}
        <p role="status" className="ml-2 text-sm text-muted-foreground">
          {note}
        </p>
      </div>
      {telling && <FeedbackForm id={messageId} send={tell} cancel={() => setTelling(false)} />}
    </div>
  );
}

interface VoteButtonProps {
  pressed: boolean;
  label: string;
  onPress: () => void;
  children: React.ReactNode;
}

function VoteButton({ pressed, label, onPress, children }: VoteButtonProps) {
  return (
    <Button type="button" variant="ghost" size="icon-sm" aria-label={label} aria-pressed={pressed} title={label} onClick={onPress} className="aria-pressed:bg-accent aria-pressed:[&_svg]:fill-current">
      {children}
    </Button>
  );
}
