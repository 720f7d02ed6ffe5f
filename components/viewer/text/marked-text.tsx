import { sharedSpan, type Span } from "@/components/viewer/passage/span";

interface MarkedTextProps {
  text: string;
  /** Where the text begins in its page. */
  start: number;
  /** The passage in the page; undefined when none is to be marked. */
  passage: Span | undefined;
}

/** Text of a document, as text, with the part of it that the passage covers marked. */
export function MarkedText({ text, start, passage }: MarkedTextProps) {
  const shared = passage && sharedSpan({ start, end: start + text.length }, passage);
  if (shared === undefined) return text;
  const from = shared.start - start;
  const to = shared.end - start;
  return (
    <>
      {text.slice(0, from)}
      <mark data-passage className="scroll-my-24 rounded-xs bg-amber-200 box-decoration-clone px-0.5 py-px text-amber-950 dark:bg-amber-300">
        {text.slice(from, to)}
      </mark>
      {text.slice(to)}
    </>
  );
}
