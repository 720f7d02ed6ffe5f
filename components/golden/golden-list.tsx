import { QuestionCard } from "@/components/golden/question-card";
import type { GoldenQuestion } from "@/lib/portal/golden/golden-question";

/** The project's golden questions, for those who may look at them only. */
export function GoldenList({ questions }: { questions: readonly GoldenQuestion[] }) {
  return (
    <section aria-labelledby="questions" className="space-y-4">
      <h2 id="questions" className="text-lg font-semibold">
        Questions <span className="font-normal text-muted-foreground tabular-nums">{questions.length}</span>
      </h2>
      {questions.length === 0 ? (
        <p className="rounded-lg border border-dashed p-8 text-center text-sm text-muted-foreground">
          No golden question yet. An admin of your organisation writes them.
        </p>
      ) : (
        <ul className="divide-y rounded-lg border">
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} running={false} error={undefined} />
          ))}
        </ul>
      )}
    </section>
  );
}
