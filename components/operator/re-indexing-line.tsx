import { formatCount } from "@/components/ui/format";
import type { ReIndexing } from "@/lib/portal/operators/re-indexing";

/** One line that says how far the move to another embedding model is. */
export function ReIndexingLine({ model, projects, projectsDone, percent }: ReIndexing) {
  return (
    <p role="status" className="rounded-md border bg-muted px-4 py-3 text-sm text-pretty break-words">
      Search moves to the embedding model “{model}”: {formatCount(projectsDone)} of {formatCount(projects)} projects are done, and {percent} % of what is left. Questions
      are answered all the time.
    </p>
  );
}
