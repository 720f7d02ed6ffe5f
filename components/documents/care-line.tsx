import type { CaredDocument } from "@/components/documents/cared-document";
import { Badge } from "@/components/ui/badge";

/** Below a document's name: who looks after it, and whether it is stale. */
export function CareLine({ document: { care } }: { document: CaredDocument }) {
  if (care === undefined || (care.owner === null && !care.isStale)) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
      {care.isStale && <Badge variant="warning">Stale</Badge>}
      {care.owner !== null && <span>Owner: {care.owner.name}</span>}
    </p>
  );
}
