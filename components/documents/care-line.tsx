import type { CaredDocument } from "@/components/documents/cared-document";
import { SourceLink } from "@/components/documents/source-link";
import { Badge } from "@/components/ui/badge";

/** Below a document's name: where it came from, who looks after it, and whether it is stale. */
export function CareLine({ document: { care } }: { document: CaredDocument }) {
  if (care === undefined || (care.owner === null && !care.isStale && care.source === null)) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
      {care.isStale && <Badge variant="warning">Stale</Badge>}
      {care.source !== null && <SourceLink source={care.source} />}
      {care.owner !== null && <span>Owner: {care.owner.name}</span>}
    </p>
  );
}
