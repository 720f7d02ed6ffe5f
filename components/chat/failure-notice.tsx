import { CircleAlert } from "lucide-react";

import { type FailedTurn, failureSentence, isSessionGone } from "@/components/chat/failed-turn";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

interface FailureNoticeProps {
  turn: FailedTurn;
  /** An answer is on its way, so that none can be asked for. */
  busy: boolean;
  onAgain: () => void;
  onAnew: () => void;
}

/** Why no answer came, and what to do now. */
export function FailureNotice({ turn, busy, onAgain, onAnew }: FailureNoticeProps) {
  const { code, requestId } = turn.failure;
  return (
    // Read out by the announcer already.
    <Alert variant="destructive" role="note">
      <CircleAlert aria-hidden />
      <AlertTitle>{failureSentence(turn)}</AlertTitle>
      <AlertDescription>
        {requestId !== null && <p className="text-xs break-all">Reference: {requestId}</p>}
        <div className="pt-1.5 text-foreground">
          <Next code={code} sessionGone={isSessionGone(turn)} busy={busy} onAgain={onAgain} onAnew={onAnew} />
        </div>
      </AlertDescription>
    </Alert>
  );
}

interface NextProps extends Pick<FailureNoticeProps, "busy" | "onAgain" | "onAnew"> {
  code: string | null;
  sessionGone: boolean;
}

function Next({ code, sessionGone, busy, onAgain, onAnew }: NextProps) {
  if (code === "unauthorized") {
    // The page itself leads to the sign-in and back.
    return (
      <Button type="button" variant="outline" size="sm" onClick={() => window.location.reload()}>
        Sign in
      </Button>
    );
  }
  return (
    <Button type="button" variant="outline" size="sm" disabled={busy} onClick={sessionGone ? onAnew : onAgain}>
      {sessionGone ? "Ask in a new conversation" : "Try again"}
    </Button>
  );
}
