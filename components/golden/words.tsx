import type { WordChange } from "@/lib/portal/golden/runs/word-changes";

/** A text with what went and what came, told by line and colour, and in words for those who hear it. */
export function Words({ words }: { words: readonly WordChange[] }) {
  return (
    <p className="rounded-lg bg-muted/60 px-4 py-3 leading-relaxed break-words whitespace-pre-line">
      {words.map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        if (kind === "gone")
          return (
            <del key={index} className="bg-destructive-surface text-destructive">
              <span className="sr-only"> gone: </span>
              {text}
            </del>
          );
        return (
          <ins key={index} className="bg-success-surface text-success no-underline">
            <span className="sr-only"> new: </span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}
