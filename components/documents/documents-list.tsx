import type { DocumentActions } from "@/components/documents/document-menu";
import type { DocumentsState } from "@/components/documents/documents-store";
import { DocumentsTable, type ProjectAddress } from "@/components/documents/documents-table";
import { NothingFits } from "@/components/documents/no-documents";
import { Button } from "@/components/ui/button";

interface DocumentsListProps {
  state: DocumentsState;
  address: ProjectAddress;
  actions: DocumentActions | null;
  onMore: () => void;
  onClear: () => void;
}

/** The rows that fit the filter, and the way to more of them. */
export function DocumentsList({ state, address, actions, onMore, onClear }: DocumentsListProps) {
  const { list, loading, problem } = state;
  if (list.data.length === 0) {
    if (loading === "filter") return <p className="py-12 text-center text-sm text-muted-foreground">Searching…</p>;
    return problem === null && <NothingFits onClear={onClear} />;
  }
  return (
    <div aria-busy={loading === "filter"} className="space-y-4 transition-opacity aria-busy:opacity-60">
      <DocumentsTable documents={list.data} address={address} actions={actions} />
      {list.nextCursor !== null && (
        <p className="text-center">
          <Button type="button" variant="outline" disabled={loading !== "nothing"} onClick={onMore}>
            {loading === "more" ? "Loading…" : "Load more"}
          </Button>
        </p>
      )}
    </div>
  );
}
