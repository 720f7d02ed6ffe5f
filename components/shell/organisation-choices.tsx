import { ChevronRight } from "lucide-react";
import Link from "next/link";

import type { OrganisationChoice } from "@/lib/portal/organisations/my-organisations";

/** The organisations a person belongs to, each a way in. */
export function OrganisationChoices({ organisations }: { organisations: readonly OrganisationChoice[] }) {
  return (
    <ul className="divide-y rounded-lg border bg-card text-foreground">
      {organisations.map(({ slug, name, role }) => (
        <li key={slug}>
          <Link href={`/t/${slug}`} className="flex items-center justify-between gap-4 px-4 py-3 hover:bg-accent">
            <span className="min-w-0">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-sm text-muted-foreground capitalize">{role}</span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
