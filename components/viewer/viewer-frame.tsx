import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { DetailsDialog } from "@/components/viewer/details-dialog";
import { DocumentName } from "@/components/viewer/document-name";

interface ViewerFrameProps {
  name: string;
  documentsHref: string;
  /** Beside the document on wide screens, in a dialog on narrow ones. */
  details: ReactNode;
  /** At the end of the title's line. */
  tools?: ReactNode;
  /** Above the document. */
  notice?: ReactNode;
  children: ReactNode;
}

/** The room in which a document is read: its title, the document, and what is known about it. */
export function ViewerFrame({ name, documentsHref, details, tools, notice, children }: ViewerFrameProps) {
  return (
    <div className="flex h-[calc(100dvh-var(--portal-header,3.5rem))] min-h-96 flex-col">
      <header className="flex items-center gap-2 border-b px-2 py-2 sm:px-4">
        <Button asChild variant="ghost" size="icon">
          <Link href={documentsHref} aria-label="Back to the documents" title="Back to the documents">
            <ArrowLeft />
          </Link>
        </Button>
        <h1 className="line-clamp-2 min-w-0 flex-1 text-sm font-semibold sm:text-base">
          <DocumentName name={name} />
        </h1>
        {tools}
        <DetailsDialog>{details}</DetailsDialog>
      </header>
      {notice}
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">{children}</div>
        <aside aria-label="About this document" className="w-80 shrink-0 overflow-y-auto border-s p-6 max-lg:hidden">
          {details}
        </aside>
      </div>
    </div>
  );
}
