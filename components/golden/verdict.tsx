import { Aspects } from "@/components/golden/aspects";
import { formatTime } from "@/components/ui/format";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { SourceLink } from "@/components/golden/source-link";
import type { ChatAnswer } from "@/lib/engine/contract";
import type { AskedQuestion, GoldenVerdict } from "@/lib/portal/golden/golden-question";

interface VerdictProps {
  address: GoldenAddress;
  asked: Pick<AskedQuestion, "expectedDocument" | "expectsRefusal">;
  verdict: GoldenVerdict;
}

/** Why a question passed or failed, and the answer that was judged. */
export function Verdict({ address, asked, verdict: { reason, findings, answer, others, overruled, ranAt } }: VerdictProps) {
  const opinion = findings.find(({ aspect }) => aspect === "opinion");
  return (
    <div className="space-y-2.5 text-sm">
      <Aspects asked={asked} findings={findings} />
      <p className="break-words">{reason}</p>
      {opinion !== undefined && (
        <p className="break-words text-muted-foreground">
          <span className="font-medium">A model’s opinion:</span> {opinion.clause}.
        </p>
      )}
      {overruled !== null && (
        <p className="rounded-lg bg-muted px-3 py-2 break-words">
          <span className="font-medium">Overruled by {overruled.by}</span>, <time dateTime={overruled.at}>{formatTime(overruled.at)}</time>: {overruled.reason}
        </p>
      )}
      <details className="group">
        <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60">
          The answer of <time dateTime={ranAt}>{formatTime(ranAt)}</time>
        </summary>
        <Answer address={address} answer={answer} />
        {others.map((other, index) => (
          <div key={index} className="mt-3">
            <p className="font-medium break-words">Asked as “{other.question}”</p>
            <Answer address={address} answer={other.answer} />
          </div>
        ))}
      </details>
    </div>
  );
}

/** An answer with what it rests on. */
export function Answer({ address, answer: { answer, citations } }: { address: GoldenAddress; answer: ChatAnswer }) {
  return (
    <div className="mt-2 space-y-2 border-l-2 pl-4">
      <p className="break-words whitespace-pre-line">{answer}</p>
      {citations.length > 0 && (
        <ol className="space-y-1 text-muted-foreground">
          {citations.map((citation) => (
            <li key={citation.index} className="break-words">
              [{citation.index}] <SourceLink address={address} citation={citation} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
