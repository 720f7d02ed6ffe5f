import type { Turn } from "@/components/chat/conversation";
import { failureSentence } from "@/components/chat/failed-turn";

/** Says once what became of the last question, for those who do not see the page; the streaming itself is not read out. */
export function Announcer({ turn }: { turn: Turn | undefined }) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {turn !== undefined && announcement(turn)}
    </div>
  );
}

function announcement(turn: Turn): string {
  switch (turn.state) {
    case "asking":
      return turn.slow ? "Still working on the answer." : "";
    case "stopped":
      return "Stopped.";
    case "failed":
      return failureSentence(turn);
    case "answered":
      return `${turn.answer.answer} ${sources(turn.answer.citations.length)}`;
  }
}

function sources(count: number): string {
  if (count === 0) return "";
  return count === 1 ? "One source." : `${count} sources.`;
}
