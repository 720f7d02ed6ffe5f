import { memo, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";

import { CitationMark } from "@/components/chat/citation-mark";
import type { ProjectAddress } from "@/components/chat/project-address";
import { splitMarks } from "@/components/chat/split-marks";
import { ALLOWED_ELEMENTS, marksAsElements, withoutLinks } from "@/components/chat/strict-markdown";
import type { Citation } from "@/lib/engine/contract";

interface AnswerTextProps {
  text: string;
  /** `quoted` is shown to the letter, `written` as Markdown; what is still on its way is taken as written. */
  form: "quoted" | "written";
  /** Null while the answer is on its way. */
  citations: readonly Citation[] | null;
  address: ProjectAddress;
}

/**
 * An answer's text, which documents and models may have had a hand in: nothing in it becomes a link, an image or HTML. The only
 * links are our own, from its `[n]` marks to the cited passages.
 */
export const AnswerText = memo(function AnswerText({ text, form, citations, address }: AnswerTextProps) {
  const citationOf = (index: number) => citations?.find((citation) => citation.index === index);
  const isCitation = (index: number) => citations === null || citationOf(index) !== undefined;
  const mark = (index: number, key?: number) => <CitationMark key={key} index={index} citation={citationOf(index)} address={address} />;
  return (
    <div className="space-y-3 leading-relaxed break-words">
      {form === "quoted" ? (
        <Paragraphs text={text} isCitation={isCitation} mark={mark} />
      ) : (
        <Markdown
          skipHtml
          unwrapDisallowed
          allowedElements={ALLOWED_ELEMENTS}
          urlTransform={() => null}
          remarkPlugins={[withoutLinks]}
          rehypePlugins={[[marksAsElements, { isCitation }]]}
          components={{ ...PLAIN, sup: ({ node }) => mark(Number(node?.properties.dataIndex)) }}
        >
          {text}
        </Markdown>
      )}
    </div>
  );
});

/** Headings in an answer are no headings of the page. */
const HEADING = ({ children }: { children?: ReactNode }) => <p className="font-semibold">{children}</p>;
const PLAIN: Components = {
  h1: HEADING,
  h2: HEADING,
  h3: HEADING,
  h4: HEADING,
  h5: HEADING,
  h6: HEADING,
  ul: ({ children }) => <ul className="list-disc space-y-1 pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal space-y-1 pl-5">
      {children}
    </ol>
  ),
  pre: ({ children }) => <pre className="rounded-md bg-muted p-3 text-sm break-words whitespace-pre-wrap">{children}</pre>,
  blockquote: ({ children }) => <blockquote className="border-l-2 pl-4 text-muted-foreground">{children}</blockquote>,
};

interface ParagraphsProps {
  text: string;
  isCitation: (index: number) => boolean;
  mark: (index: number, key: number) => ReactNode;
}

function Paragraphs({ text, isCitation, mark }: ParagraphsProps) {
  return text.split(/\n{2,}/).map((paragraph, number) => (
    <p key={number} className="whitespace-pre-line">
      {splitMarks(paragraph, isCitation).map((piece, key) => (typeof piece === "string" ? piece : mark(piece.index, key)))}
    </p>
  ));
}
