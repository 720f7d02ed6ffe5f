import { DocumentChanges } from "@/components/golden/document-changes";
import type { GoldenAddress } from "@/components/golden/golden-address";
import { Answer } from "@/components/golden/verdict";
import { standingOf, VerdictBadge } from "@/components/golden/verdict-badge";
import { Words } from "@/components/golden/words";
import type { QuestionChange, RunDifference as Difference } from "@/lib/portal/golden/runs/compare-runs";
import type { RunResult } from "@/lib/portal/golden/runs/run-report";

/** What changed from one run to another: the documents, and each answer word by word. */
export function RunDifference({ address, difference: { before, after, documents, changes, unchanged } }: { address: GoldenAddress; difference: Difference }) {
  return (
    <div className="space-y-8">
      <section aria-labelledby="documents-changed" className="space-y-3">
        <h2 id="documents-changed" className="text-lg font-semibold">
          Documents between run {before.number} and run {after.number}
        </h2>
        {documents.length === 0 ? <p className="text-sm text-muted-foreground">The same in both runs.</p> : <DocumentChanges changes={documents} />}
      </section>
      <section aria-labelledby="answers-changed" className="space-y-3">
        <h2 id="answers-changed" className="text-lg font-semibold">
          Answers
        </h2>
        <p className="text-sm text-muted-foreground tabular-nums">
          {changes.length === 0 ? "Every question came to the same." : `${changes.length} changed, ${unchanged} came to the same.`}
        </p>
        {changes.length > 0 && (
          <ul className="divide-y rounded-xl border bg-card">
            {changes.map((change) => (
              <Change key={change.questionId} address={address} change={change} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Change({ address, change }: { address: GoldenAddress; change: QuestionChange }) {
  const { question, before, after, answerChanged, questionChanged, words, because } = change;
  return (
    <li className="space-y-3 p-4 text-sm sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-64 text-base font-medium break-words">{question}</h3>
        <p className="flex items-center gap-2">
          <Standing result={before} />
          <span aria-hidden>→</span>
          <span className="sr-only">then</span>
          <Standing result={after} />
        </p>
      </div>
      {questionChanged && before !== null && after !== null && <p className="text-muted-foreground">The question asks or expects something else than before.</p>}
      {answerChanged && <Words words={words} />}
      {because.length > 0 && (
        <div className="space-y-1.5">
          <p className="font-medium">{because.length === 1 ? "A cited document changed:" : "Cited documents changed:"}</p>
          <DocumentChanges changes={because} />
        </div>
      )}
      {answerChanged && because.length === 0 && <p className="text-muted-foreground">No cited document changed: another passage came first, or the model wrote it differently.</p>}
      {after !== null && <p className="break-words">{after.verdict.reason}</p>}
      {!answerChanged && after !== null && before === null && <Answer address={address} answer={after.verdict.answer} />}
    </li>
  );
}

function Standing({ result }: { result: RunResult | null }) {
  return result === null ? <span className="text-muted-foreground">Not asked</span> : <VerdictBadge standing={standingOf(result.verdict)} />;
}
