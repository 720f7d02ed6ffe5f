import { LoaderCircle } from "lucide-react";

import { AnswerText } from "@/components/chat/answer-text";
import type { OpenTurn, Phase } from "@/components/chat/conversation";
import type { ProjectAddress } from "@/components/chat/project-address";

const PHASES: Record<Phase, string> = {
  searching: "Searching your documents…",
  reading: "Reading the passages…",
  writing: "Writing the answer…",
};

/** An answer on its way: what has come of it, and what is being done. */
export function AnswerProgress({ turn: { text, phase, slow }, address }: { turn: OpenTurn; address: ProjectAddress }) {
  return (
    <div className="space-y-3" aria-busy>
      {text !== "" && <AnswerText text={text} form="written" citations={null} address={address} />}
      <p className="flex items-center gap-2 text-sm text-muted-foreground">
        <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin motion-reduce:animate-none" />
        {slow ? "Still working. This takes longer than usual; you can wait, or stop and try again." : PHASES[phase]}
      </p>
    </div>
  );
}
