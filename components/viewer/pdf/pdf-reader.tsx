import { PdfPages } from "@/components/viewer/pdf/pdf-pages";
import type { PdfPassage } from "@/components/viewer/pdf/pdf-passage";
import { PdfSkeleton } from "@/components/viewer/pdf/pdf-skeleton";
import { usePdf } from "@/components/viewer/pdf/use-pdf";
import { Button } from "@/components/ui/button";

export interface PdfReaderProps {
  /** Where the original is, on our own origin. */
  url: string;
  /** The page to open, from 1. */
  page: number;
  passage: PdfPassage | undefined;
}

/** The original PDF, opened in the browser. */
export function PdfReader({ url, page, passage }: PdfReaderProps) {
  const { opened, openAgain } = usePdf(url);
  if (opened.state === "loading") return <PdfSkeleton />;
  if (opened.state === "failed") {
    return (
      <div role="alert" className="grid min-h-0 flex-1 place-content-center gap-4 p-8 text-center">
        <p className="max-w-prose text-balance text-muted-foreground">{opened.sentence}</p>
        <Button type="button" variant="outline" className="justify-self-center" onClick={openAgain}>
          Load it again
        </Button>
      </div>
    );
  }
  return <PdfPages pdf={opened.pdf} firstPage={opened.firstPage} page={page} passage={passage} />;
}
