import Link from "next/link";

import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ConversationFilter } from "@/lib/portal/conversations/conversation";

interface AskedFilterProps {
  filter: ConversationFilter;
  people: readonly { id: string; name: string }[];
  /** The page without a filter. */
  href: string;
}

const SELECT =
  "h-9 w-full rounded-md border border-input bg-background px-3 text-sm shadow-xs outline-none focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50";
const OUTCOMES: readonly { value: string; words: string }[] = [
  { value: "", words: "Everything" },
  { value: "refused", words: "Refused" },
  { value: "uncertain", words: "Uncertain" },
  { value: "disliked", words: "Disliked" },
  { value: "liked", words: "Liked" },
];

/** Narrows what was asked. A plain form: it works without scripts, and its address can be shared. */
export function AskedFilter({ filter, people, href }: AskedFilterProps) {
  return (
    <form action={href} className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_1fr_auto]">
      <Field id="text" label="Words">
        <Input id="text" name="text" type="search" maxLength={200} defaultValue={filter.text ?? ""} />
      </Field>
      <Field id="outcome" label="Outcome">
        <select id="outcome" name="outcome" defaultValue={filter.outcome ?? ""} className={SELECT}>
          {OUTCOMES.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field id="person" label="Person">
        <select id="person" name="person" defaultValue={filter.person ?? ""} className={SELECT}>
          <option value="">Everybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="from" label="From">
        <Input id="from" name="from" type="date" defaultValue={filter.from ?? ""} />
      </Field>
      <Field id="until" label="Until">
        <Input id="until" name="until" type="date" defaultValue={filter.until ?? ""} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="outline">
          Show
        </Button>
        <Button asChild variant="ghost">
          <Link href={href}>Clear</Link>
        </Button>
      </div>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="space-y-2">
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}
