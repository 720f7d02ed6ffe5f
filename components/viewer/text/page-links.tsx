import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";

import { Button } from "@/components/ui/button";
import { viewerHref, type ViewerTarget } from "@/components/viewer/viewer-href";

interface PageLinksProps {
  /** The document's address. */
  target: Pick<ViewerTarget, "org" | "project" | "documentId">;
  page: number;
  pages: number;
}

/** The way through the parts of a long text. */
export function PageLinks({ target, page, pages }: PageLinksProps) {
  return (
    <nav aria-label="Pages" className="flex items-center gap-1 text-sm">
      <Turn to={page > 1 ? viewerHref({ ...target, page: page - 1 }) : undefined} label="Previous page">
        <ChevronLeft />
      </Turn>
      <span className="px-1 tabular-nums">
        Page {page} of {pages}
      </span>
      <Turn to={page < pages ? viewerHref({ ...target, page: page + 1 }) : undefined} label="Next page">
        <ChevronRight />
      </Turn>
    </nav>
  );
}

function Turn({ to, label, children }: { to: string | undefined; label: string; children: React.ReactNode }) {
  if (to === undefined) {
    return (
      <Button variant="ghost" size="icon" disabled aria-label={label}>
        {children}
      </Button>
    );
  }
  return (
    <Button asChild variant="ghost" size="icon">
      <Link href={to} aria-label={label}>
        {children}
      </Link>
    </Button>
  );
}
