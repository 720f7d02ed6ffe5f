import type { Expectation as Expected } from "@/lib/portal/golden/golden-question";

/** What must come back for a question, in words. */
export function Expectation({ expectedPhrases, forbiddenPhrases, referenceAnswer, expectedDocument, expectedPage, expectsRefusal }: Expected) {
  if (expectsRefusal) return <p className="text-sm text-muted-foreground">Expects a refusal: the documents do not say.</p>;
  return (
    <dl className="grid gap-x-3 gap-y-1 text-sm text-muted-foreground sm:grid-cols-[auto_1fr]">
      {expectedPhrases.length > 0 && (
        <>
          <dt>Answer holds</dt>
          <dd>
            <Phrases phrases={expectedPhrases} />
          </dd>
        </>
      )}
      {forbiddenPhrases.length > 0 && (
        <>
          <dt>And not</dt>
          <dd>
            <Phrases phrases={forbiddenPhrases} />
          </dd>
        </>
      )}
      {referenceAnswer !== null && (
        <>
          <dt>Says</dt>
          <dd className="line-clamp-3 break-words text-foreground">{referenceAnswer}</dd>
        </>
      )}
      {expectedDocument !== null && (
        <>
          <dt>Cites</dt>
          <dd className="break-words text-foreground">
            {expectedDocument.name}
            {expectedPage !== null && `, page ${expectedPage}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function Phrases({ phrases }: { phrases: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {phrases.map((phrase) => (
        <q key={phrase} className="max-w-full rounded-md bg-muted px-1.5 py-0.5 break-words text-foreground">
          {phrase}
        </q>
      ))}
    </span>
  );
}
