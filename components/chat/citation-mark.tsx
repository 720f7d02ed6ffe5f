import Link from "next/link";

import type { ProjectAddress } from "@/components/chat/project-address";
import { viewerHref } from "@/components/viewer/viewer-href";
import type { Citation } from "@/lib/engine/contract";

interface CitationMarkProps {
  index: number;
  /** Undefined while the answer is on its way: then there is a number and no link yet. */
  citation: Citation | undefined;
  address: ProjectAddress;
}

/** A `[n]` in an answer: the way to the passage. */
export function CitationMark({ index, citation, address }: CitationMarkProps) {
  if (citation === undefined) return <span className="text-xs text-muted-foreground">[{index}]</span>;
  return (
    <Link
      href={viewerHref({ ...address, ...citation })}
      prefetch={false}
      title={`${citation.documentName}, page ${citation.page}`}
      aria-label={`Source ${index}: ${citation.documentName}, page ${citation.page}`}
      className="rounded-sm px-0.5 align-[0.15em] text-xs font-medium whitespace-nowrap text-primary tabular-nums underline-offset-2 outline-none hover:underline focus-visible:ring-[3px] focus-visible:ring-ring/50"
    >
      [{index}]
    </Link>
  );
}
