import Link from "next/link";

import type { GoldenAddress } from "@/components/golden/golden-address";
import { viewerHref } from "@/components/viewer/viewer-href";
import type { Citation } from "@/lib/engine/contract";

/** Opens the passage an answer rests on. */
export function SourceLink({ address, citation }: { address: GoldenAddress; citation: Citation }) {
  return (
    <Link
      href={viewerHref({ ...address, ...citation })}
      className="rounded-sm underline underline-offset-4 outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/60"
    >
      {citation.documentName}, page {citation.page}
    </Link>
  );
}
