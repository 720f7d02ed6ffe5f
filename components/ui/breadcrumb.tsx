import { ChevronRight } from "lucide-react";
import Link from "next/link";

interface Crumb {
  label: string;
  /** Absent for the page itself. */
  href?: string;
}

/** The way from the top to this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-1.5 text-sm text-muted-foreground">
        {crumbs.map(({ label, href }, place) => (
          <li key={`${place}-${label}`} className="inline-flex min-w-0 items-center gap-1.5">
            {place > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {href === undefined ? (
              <span aria-current="page" className="min-w-0 truncate text-foreground">
                {label}
              </span>
            ) : (
              <Link href={href} className="min-w-0 truncate rounded-sm transition-colors outline-none hover:text-foreground focus-visible:ring-[3px] focus-visible:ring-ring/50">
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
