import { FileText } from "lucide-react";
import Link from "next/link";

import type { ProjectAddress } from "@/components/chat/project-address";
import { viewerHref } from "@/components/viewer/viewer-href";
import type { Citation } from "@/lib/engine/contract";
import { printedLines } from "@/lib/platform/words/printed-lines";

interface SourcesProps {
  title: string;
  citations: readonly Citation[];
  /** Whether the answer's marks name them by their numbers. */
  numbered: boolean;
  address: ProjectAddress;
}

/** Passages with their document, page and words; each opens the viewer at the very place. */
export function Sources({ title, citations, numbered, address }: SourcesProps) {
  return (
    <section className="space-y-2">
      <h3 className="text-xs font-medium text-muted-foreground">{title}</h3>
      <ol className="divide-y overflow-hidden rounded-lg border">
        {citations.map((citation) => (
          <li key={citation.index}>
            <Source citation={citation} numbered={numbered} address={address} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SourceProps extends Pick<SourcesProps, "numbered" | "address"> {
  citation: Citation;
}

function Source({ citation, numbered, address }: SourceProps) {
  const { index, documentName, page, quote } = citation;
  return (
    <Link
      href={viewerHref({ ...address, ...citation })}
      prefetch={false}
      className="group flex gap-3 p-3 text-sm outline-none hover:bg-muted/60 focus-visible:bg-muted/60 focus-visible:inset-ring-2 focus-visible:inset-ring-ring"
    >
      {numbered ? (
        <span className="w-6 shrink-0 font-medium text-primary tabular-nums">[{index}]</span>
      ) : (
        <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      )}
      <span className="min-w-0 space-y-1">
        <span className="block break-words">
          <span className="font-medium group-hover:underline group-hover:underline-offset-4">{documentName}</span>
          <span className="text-muted-foreground">, page {page}</span>
        </span>
        <q className="line-clamp-3 break-words whitespace-pre-line text-muted-foreground">{printedLines(quote)}</q>
      </span>
    </Link>
  );
}

