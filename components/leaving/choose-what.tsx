import { ChevronDown } from "lucide-react";

import { Label } from "@/components/ui/label";

/** A project that can be chosen. */
export interface ProjectChoice {
  slug: string;
  name: string;
}

interface ChooseWhatProps {
  id: string;
  label: string;
  projects: readonly ProjectChoice[];
  /** The word for the whole customer; absent where only a project can be chosen. */
  everything?: string;
  /** The project's address; empty for everything. */
  value: string;
  onChoose: (value: string) => void;
}

/** The browser's own list of the projects, and everything. */
export function ChooseWhat({ id, label, projects, everything, value, onChoose }: ChooseWhatProps) {
  return (
    <div className="min-w-0 flex-1 space-y-2 max-sm:basis-full sm:max-w-xs">
      <Label htmlFor={id}>{label}</Label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
          className="h-9 w-full cursor-pointer appearance-none rounded-md border border-input bg-background pr-9 pl-3 text-base shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50 md:text-sm dark:bg-input/20 dark:*:bg-popover"
        >
          {everything !== undefined && <option value="">Everything of {everything}</option>}
          {projects.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted-foreground" />
      </div>
    </div>
  );
}
