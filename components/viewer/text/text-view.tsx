import { ScrollToPassage } from "@/components/viewer/text/scroll-to-passage";
import type { Span } from "@/components/viewer/passage/span";
import { groupBlocks } from "@/components/viewer/text/group-blocks";
import { TextBlock } from "@/components/viewer/text/text-block";
import type { DocumentPage } from "@/lib/engine/contract";

/** A page of a document that has no printed layout, built from its blocks, with the passage marked and in view. */
export function TextView({ page, passage }: { page: DocumentPage; passage: Span | undefined }) {
  const groups = groupBlocks(page.blocks);
  return (
    <ScrollToPassage passage={passage === undefined ? null : `${page.page}:${passage.start}-${passage.end}`}>
      <article className="mx-auto w-full max-w-3xl space-y-4 px-4 py-8 leading-relaxed break-words sm:px-8">
        {groups.length === 0 && <p className="text-muted-foreground">This page has no text.</p>}
        {groups.map((group, index) => (
          <TextBlock key={index} group={group} passage={passage} />
        ))}
      </article>
    </ScrollToPassage>
  );
}
