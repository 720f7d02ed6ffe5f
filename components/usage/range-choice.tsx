import Link from "next/link";

import { Button } from "@/components/ui/button";

/** A choice that stands in the address. */
export interface Choice {
  name: string;
  href: string;
  isChosen: boolean;
}

/** Choices of which one holds, each an address. */
export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {choices.map(({ name, href, isChosen }) => (
        <Button key={href} asChild size="sm" variant={isChosen ? "secondary" : "ghost"}>
          <Link href={href} prefetch={false} aria-current={isChosen ? "true" : undefined}>
            {name}
          </Link>
        </Button>
      ))}
    </nav>
  );
}
