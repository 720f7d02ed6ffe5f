import { Search } from "lucide-react";

import type { Filter } from "@/components/documents/documents-api";
import { STATUS_WORDS } from "@/components/documents/document-words";
import { Input } from "@/components/ui/input";
import { documentStatus } from "@/lib/engine/contract";

interface DocumentsToolbarProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Search by name and the choice of a status; both act while one types and chooses. */
export function DocumentsToolbar({ filter, onFilter }: DocumentsToolbarProps) {
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
    </search>
  );
}
