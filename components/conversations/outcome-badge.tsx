import { Badge } from "@/components/ui/badge";
import type { AskedQuestion } from "@/lib/portal/conversations/conversation";

/** What became of a question, and what its reader said. */
export function OutcomeBadges({ question: { grounding, said } }: { question: AskedQuestion }) {
  return (
    <>
      {grounding === "refused" && <Badge variant="secondary">Refused</Badge>}
      {grounding === "uncertain" && <Badge variant="warning">Uncertain</Badge>}
      {said?.vote === "up" && <Badge variant="success">Liked</Badge>}
      {said?.vote === "down" && <Badge variant="destructive">Disliked</Badge>}
    </>
  );
}
