import { formatTime } from "@/components/golden/format-time";
import type { GoldenVerdict } from "@/lib/portal/golden/golden-question";

/** Why a question passed or failed, and the answer that was judged. */
export function Verdict({ reason, answer, ranAt }: GoldenVerdict) {
  return (
    <div className="space-y-2 text-sm">
      <p className="break-words">{reason}</p>
      <details className="group">
        <summary className="w-fit cursor-pointer rounded-sm text-muted-foreground underline-offset-4 hover:underline focus-visible:ring-[3px] focus-visible:ring-ring/50 focus-visible:outline-none">
          The answer of <time dateTime={ranAt}>{formatTime(ranAt)}</time>
        </summary>
        <div className="mt-2 space-y-2 border-l-2 pl-4">
          <p className="break-words whitespace-pre-line">{answer.answer}</p>
          {answer.citations.length > 0 && (
            <ol className="space-y-1 text-muted-foreground">
              {answer.citations.map(({ index, documentName, page }) => (
                <li key={index} className="break-words">
                  [{index}] {documentName}, page {page}
                </li>
              ))}
            </ol>
          )}
        </div>
      </details>
    </div>
  );
}
