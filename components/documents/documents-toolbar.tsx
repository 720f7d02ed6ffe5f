import { Search } from "lucide-react";

import type { Filter } from "@/components/documents/documents-api";
import { STATUS_WORDS } from "@/components/documents/document-words";
import { Input } from "@/components/ui/input";
import { documentStatus } from "@/lib/engine/contract";

interface DocumentsToolbarProps {
  filter: Filter;
  /** After so many days documents are flagged as stale; null where none are. */
  staleDays: number | null;
  onFilter: (filter: Filter) => void;
}

/** Search by name and the choice of a status; both act while one types and chooses. */
export function DocumentsToolbar({ filter, staleDays, onFilter }: DocumentsToolbarProps) {
  const { name = "", status } = filter;
  return (
    <search className="flex flex-col gap-2 sm:flex-row">
      <div className="relative grow sm:max-w-sm">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted-foreground" />
        <Input
          type="search"
          aria-label="Search by name"
          placeholder="Search by name"
          autoComplete="off"
          maxLength={500}
          value={name}
          className="pl-9"
          onChange={(event) => onFilter({ ...filter, name: event.target.value || undefined })}
        />
      </div>
      <select
        aria-label="Status"
        value={status ?? ""}
        onChange={(event) => onFilter({ ...filter, status: documentStatus.safeParse(event.target.value).data })}
        className="h-9 rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50"
      >
        <option value="">All statuses</option>
        {documentStatus.options.map((choice) => (
          <option key={choice} value={choice}>
            {STATUS_WORDS[choice]}
          </option>
        ))}
      </select>
      {staleDays !== null && (
        <label className="flex h-9 cursor-pointer items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={filter.stale === "1"}
            onChange={(event) => onFilter({ ...filter, stale: event.target.checked ? "1" : undefined })}
            className="size-4 shrink-0 accent-primary outline-none focus-visible:ring-[3px] focus-visible:ring-ring/60"
          />
          Not changed for {staleDays} days
        </label>
      )}
    </search>
  );
}
