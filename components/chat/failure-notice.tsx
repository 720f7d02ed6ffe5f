import { CircleAlert } from "lucide-react";

import type { Failure } from "@/components/chat/ask-failure";
import { Button } from "@/components/ui/button";

interface FailureNoticeProps {
  failure: Failure;
  /** Whether the question belonged to an earlier conversation, which may be what is not there. */
  inSession: boolean;
  /** An answer is on its way, so that none can be asked for. */
  busy: boolean;
  onAgain: () => void;
  onAnew: () => void;
}

/** Why no answer came, and what to do now. */
export function FailureNotice({ failure: { message, code, requestId }, inSession, busy, onAgain, onAnew }: FailureNoticeProps) {
  const sessionGone = code === "not_found" && inSession;
  return (
    <div className="flex gap-2.5 rounded-lg border border-destructive/40 p-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
      <div className="min-w-0 space-y-3">
        <p>
          {sessionGone ? "This conversation cannot be continued. Ask the question in a new one." : message}
          {requestId !== null && <span className="block text-xs break-all text-muted-foreground">Reference: {requestId}</span>}
        </p>
        <Next code={code} sessionGone={sessionGone} busy={busy} onAgain={onAgain} onAnew={onAnew} />
      </div>
    </div>
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
