import type { Span } from "@/components/viewer/passage/span";
import type { BlockGroup, HeadingRank } from "@/components/viewer/text/group-blocks";
import { MarkedText } from "@/components/viewer/text/marked-text";
import { TextTable } from "@/components/viewer/text/text-table";
import type { PageBlock } from "@/lib/engine/contract";

const HEADING: Record<HeadingRank, string> = {
  2: "mt-8 text-xl font-semibold tracking-tight first:mt-0",
  3: "mt-6 text-lg font-semibold tracking-tight first:mt-0",
  4: "mt-5 text-base font-semibold first:mt-0",
  5: "mt-4 text-sm font-semibold first:mt-0",
  6: "mt-4 text-sm font-medium text-muted-foreground first:mt-0",
};

/** One piece of a document's page. What the document says is text here, whatever it holds. */
export function TextBlock({ group, passage }: { group: BlockGroup; passage: Span | undefined }) {
  const marked = ({ text, start }: PageBlock) => <MarkedText text={text} start={start} passage={passage} />;
  switch (group.kind) {
    case "heading": {
      const Heading = `h${group.rank}` as const;
      return (
        <Heading dir="auto" className={HEADING[group.rank]}>
          {marked(group.block)}
        </Heading>
      );
    }
    case "list":
      return (
        // The items' own marks and numbers are part of their text.
        <ul className="space-y-1.5">
          {group.items.map((item) => (
            <li key={item.start} dir="auto" className="ps-8 -indent-4 whitespace-pre-line">
              {marked(item)}
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TextTable rows={group.rows} passage={passage} />;
    case "code":
      return (
        <pre tabIndex={0} className="overflow-x-auto rounded-md border bg-muted/50 p-4 font-mono text-[0.8125rem] leading-relaxed">
          {marked(group.block)}
        </pre>
      );
    case "paragraph":
      return (
        <p dir="auto" className="whitespace-pre-line">
          {marked(group.block)}
        </p>
      );
  }
}
