import { Answer } from "@/components/chat/answer";
import { FEEDBACK_WORDS } from "@/components/chat/feedback-words";
import type { ProjectAddress } from "@/components/chat/project-address";
import { OutcomeBadges } from "@/components/conversations/outcome-badge";
import { formatTime } from "@/components/ui/format";
import type { ReviewedTurn as Turn, SaidOfAnswer } from "@/lib/portal/conversations/conversation";

/** A question and its answer as they were, to look at only; citations open in the viewer. */
export function ReviewedTurn({ turn, address }: { turn: Turn; address: ProjectAddress }) {
  const { messageId, question, person, askedAt, answer, said } = turn;
  return (
    <article id={messageId} className="scroll-mt-32 space-y-4 rounded-xl border p-4 target:border-primary sm:p-6">
      <header className="space-y-2">
        <h2 className="text-base font-medium break-words whitespace-pre-wrap">{question ?? "The words are not kept"}</h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted-foreground">
          <span>{person ?? "Somebody who has left"}</span>
          <time dateTime={askedAt}>{formatTime(askedAt)}</time>
          <OutcomeBadges question={turn} />
        </div>
      </header>
      {answer !== null && <Answer answer={answer} address={address} lastIndexedAt={null} mayWrite actions={null} />}
      {said !== null && <Said said={said} />}
    </article>
  );
}

function Said({ said: { vote, reason, note } }: { said: SaidOfAnswer }) {
  if (vote === "up") return null;
  return (
    <aside aria-label="What the reader said" className="space-y-1 rounded-lg bg-muted px-4 py-3 text-sm">
      <p className="font-medium">{reason === null ? "Disliked, without a reason" : FEEDBACK_WORDS[reason]}</p>
      {note !== "" && <p className="break-words whitespace-pre-wrap text-muted-foreground">{note}</p>}
    </aside>
  );
}
