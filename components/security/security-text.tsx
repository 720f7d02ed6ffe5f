import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";

const SECTION = ({ children }: { children?: ReactNode }) => <h2 className="pt-4 text-lg font-semibold tracking-tight">{children}</h2>;
const PART = ({ children }: { children?: ReactNode }) => <h3 className="pt-2 font-semibold">{children}</h3>;
const ELEMENTS: Components = {
  h1: SECTION,
  h2: SECTION,
  h3: PART,
  h4: PART,
  h5: PART,
  h6: PART,
  ul: ({ children }) => <ul className="list-disc space-y-1 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal space-y-1 pl-5">{children}</ol>,
  blockquote: ({ children }) => <blockquote className="border-l-2 pl-4 text-muted-foreground">{children}</blockquote>,
  pre: ({ children }) => <pre className="rounded-md bg-muted p-3 text-sm break-words whitespace-pre-wrap">{children}</pre>,
  a: ({ href, children }) => (
    <a href={href} rel="noreferrer" className="underline underline-offset-4">
      {children}
    </a>
  ),
};

/** The operator's Markdown: no HTML of theirs, no pictures, and links that lead where they say. */
export function SecurityText({ text }: { text: string }) {
  return (
    <div className="max-w-prose space-y-3 leading-relaxed break-words">
      <Markdown skipHtml unwrapDisallowed disallowedElements={["img"]} components={ELEMENTS}>
        {text}
      </Markdown>
    </div>
  );
}
