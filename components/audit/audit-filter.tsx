import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

interface AuditFilterProps {
  /** Every action's code (`golden.saved`). */
  actions: readonly string[];
  /** Whoever stands in the log. */
  actors: readonly { id: string; name: string }[];
  /** What is chosen now. */
  shown: Readonly<Record<string, string>>;
}

const SELECT =
  "h-9 w-full rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50 sm:w-52";

/** Narrows the log by action, person and time. A plain form: it works without scripts, and its address can be shared. */
export function AuditFilter({ actions, actors, shown }: AuditFilterProps) {
  const areas = [...new Set(actions.map(areaOf))];
  return (
    <form className="flex flex-wrap items-end gap-3">
      <Part id="what" label="Action">
        <select id="what" name="what" defaultValue={shown.what ?? ""} className={SELECT}>
          <option value="">Everything</option>
          {areas.map((area) => (
            <optgroup key={area} label={inWords(area)}>
              <option value={area}>{inWords(area)}: everything</option>
              {actions.filter((action) => areaOf(action) === area).map((action) => (
                <option key={action} value={action}>
                  {inWords(area)}: {action.slice(area.length + 1).replaceAll("-", " ")}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Part>
      <Part id="who" label="Person">
        <select id="who" name="who" defaultValue={shown.who ?? ""} className={SELECT}>
          <option value="">Everyone</option>
          {actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Part>
      <Part id="from" label="From">
        <Input id="from" name="from" type="date" defaultValue={shown.from ?? ""} className="sm:w-40" />
      </Part>
      <Part id="until" label="Until">
        <Input id="until" name="until" type="date" defaultValue={shown.until ?? ""} className="sm:w-40" />
      </Part>
      <Button type="submit" variant="outline">
        Show
      </Button>
    </form>
  );
}

function Part({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="w-full space-y-2 sm:w-auto">
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}

function areaOf(action: string): string {
  return action.slice(0, action.indexOf("."));
}

function inWords(area: string): string {
  return `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
}
