import Link from "next/link";

import { Button } from "@/components/ui/button";

interface NotReadableProps {
  /** What went wrong and what to do, for the person. */
  sentence: string;
  documentsHref: string;
}

/** A document without a page to show. */
export function NotReadable({ sentence, documentsHref }: NotReadableProps) {
  return (
    <div className="grid flex-1 place-content-center p-8">
      <div className="max-w-md space-y-4 text-center">
        <h2 className="text-lg font-semibold">This document could not be read</h2>
        <p className="text-balance text-muted-foreground">{sentence}</p>
        <Button asChild variant="outline">
          <Link href={documentsHref}>Back to the documents</Link>
        </Button>
      </div>
    </div>
  );
}
