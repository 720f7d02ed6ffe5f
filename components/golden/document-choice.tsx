import { choicesOf } from "@/components/golden/question-draft";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { CitableDocument } from "@/lib/portal/golden/citable-documents";

interface DocumentChoiceProps {
  documents: readonly CitableDocument[];
  /** The document the question names already. */
  named: { id: string; name: string } | null;
  documentId: string;
  page: string;
  error: string | undefined;
  onChange: (changed: { documentId?: string; page?: string }) => void;
}

/** The document, and its page, that the answer must cite. */
export function DocumentChoice({ documents, named, documentId, page, error, onChange }: DocumentChoiceProps) {
  const choices = choicesOf(documents, named);
  const pages = choices.find(({ id }) => id === documentId)?.pageCount ?? undefined;
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem]">
      <div className="space-y-2">
        <Label htmlFor="expectedDocument">It must cite</Label>
        <select
          id="expectedDocument"
          value={documentId}
          onChange={(event) => onChange({ documentId: event.target.value, page: "" })}
          className="h-9 w-full rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50"
        >
          <option value="">Any document</option>
          {choices.map(({ id, name, pageCount }) => (
            <option key={id} value={id}>
              {pageCount === null ? `${name} (no longer there)` : name}
            </option>
          ))}
        </select>
      </div>
      <div className="space-y-2">
        <Label htmlFor="expectedPage">Page</Label>
        <Input
          id="expectedPage"
          type="number"
          inputMode="numeric"
          min={1}
          max={pages}
          placeholder="Any"
          disabled={documentId === ""}
          value={page}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : "expectedPage-note"}
          onChange={(event) => onChange({ page: event.target.value })}
        />
      </div>
      {error !== undefined && (
        <p id="expectedPage-note" className="text-sm text-destructive sm:col-span-2">
          {error}
        </p>
      )}
    </div>
  );
}
