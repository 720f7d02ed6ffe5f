import { Search } from "lucide-react";

import type { QuestionFilter } from "@/components/golden/question-filter";
import { Select } from "@/components/golden/select";
import { Input } from "@/components/ui/input";

interface QuestionToolbarProps {
  filter: QuestionFilter;
  tags: readonly string[];
  onFilter: (filter: QuestionFilter) => void;
}

const SHOW: readonly { value: QuestionFilter["show"]; label: string }[] = [
  { value: "all", label: "All" },
  { value: "failed", label: "Failed" },
  { value: "passed", label: "Passed" },
  { value: "not-run", label: "Not run yet" },
  { value: "must-pass", label: "Must pass" },
];

/** Which questions are shown: it acts while one types and chooses. */
export function QuestionToolbar({ filter, tags, onFilter }: QuestionToolbarProps) {
  return (
    <search className="flex flex-wrap gap-2">
      <div className="relative min-w-48 grow sm:max-w-xs">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted-foreground" />
        <Input
          type="search"
          aria-label="Search the questions"
          placeholder="Search the questions"
          autoComplete="off"
          value={filter.text}
          className="pl-9"
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </div>
      <Select
        id="show"
        label="Show"
        hideLabel
        value={filter.show}
        choices={SHOW}
        onChoose={(value) => onFilter({ ...filter, show: SHOW.find((choice) => choice.value === value)?.value ?? "all" })}
      />
      {tags.length > 0 && (
        <Select
          id="tag"
          label="Tag"
          hideLabel
          value={filter.tag}
          choices={[{ value: "", label: "All tags" }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
          onChoose={(tag) => onFilter({ ...filter, tag })}
        />
      )}
    </search>
  );
}
