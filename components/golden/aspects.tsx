import { Check, Minus, X } from "lucide-react";

import type { AskedQuestion, Finding } from "@/lib/portal/golden/golden-question";

interface AspectsProps {
  asked: Pick<AskedQuestion, "expectedDocument" | "expectsRefusal">;
  findings: readonly Finding[];
}

const ASPECTS = [
  { aspect: "answer", name: "Answer" },
  { aspect: "citation", name: "Citation" },
  { aspect: "refusal", name: "Refusal" },
  { aspect: "stability", name: "Stability" },
] as const;

const LOOKS = {
  passed: { Icon: Check, colour: "text-success", words: "as expected" },
  failed: { Icon: X, colour: "text-destructive", words: "not as expected" },
  none: { Icon: Minus, colour: "text-muted-foreground", words: "nothing to compare" },
} as const;

/** What was looked at, each on its own. */
export function Aspects({ asked, findings }: AspectsProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {ASPECTS.map(({ aspect, name }) => {
        const { Icon, colour, words } = LOOKS[lookOf(aspect, asked, findings)];
        return (
          <li key={aspect} className="inline-flex items-center gap-1">
            <Icon aria-hidden className={`size-3.5 ${colour}`} />
            {name}
            <span className="sr-only">: {words}</span>
          </li>
        );
      })}
    </ul>
  );
}

function lookOf(aspect: Finding["aspect"], asked: AspectsProps["asked"], findings: readonly Finding[]): keyof typeof LOOKS {
  const own = findings.filter((finding) => finding.aspect === aspect);
  if (own.length > 0) return own.every(({ passed }) => passed) ? "passed" : "failed";
  // An answer where one was expected is as it should be, and nothing is said about it.
  const answered = aspect === "refusal" && !asked.expectsRefusal && findings.length > 0;
  return answered ? "passed" : "none";
}
