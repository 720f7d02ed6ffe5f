import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";

/** Narrows the log to one area. A plain form: it works without scripts, and its address can be shared. */
export function AuditFilter({ areas, area }: { areas: readonly string[]; area: string }) {
  return (
    <form className="flex flex-wrap items-end gap-3">
      <div className="space-y-2">
        <Label htmlFor="area">Area</Label>
        <select
          id="area"
          name="area"
          defaultValue={area}
          className="h-9 w-52 rounded-md border border-input bg-background px-3 text-sm capitalize shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50"
        >
          <option value="">Everything</option>
          {areas.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" variant="outline">
        Show
      </Button>
    </form>
  );
}
