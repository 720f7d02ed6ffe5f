import { memo } from "react";
import { Page } from "react-pdf";

import { Highlight } from "@/components/viewer/pdf/highlight";
import type { PageSize } from "@/components/viewer/pdf/page-places";
import type { Pdf } from "@/components/viewer/pdf/pdf-engine";
import type { PdfPassage } from "@/components/viewer/pdf/pdf-passage";

interface PdfPageProps {
  pdf: Pdf;
  /** Index of the page. */
  page: number;
  top: number;
  left: number;
  width: number;
  height: number;
  /** The passage to mark on this page. */
  passage: PdfPassage | undefined;
  onSize: (page: number, size: PageSize) => void;
}

/** The most pixels of one page's picture: beyond it, it is drawn coarser. */
const MOST_PIXELS = 16_000_000;

/** One page at its place, drawn, with its words to be selected and its passage marked. */
export const PdfPage = memo(function PdfPage({ pdf, page, top, left, width, height, passage, onSize }: PdfPageProps) {
  const density = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  return (
    <div className="absolute isolate overflow-hidden rounded-xs bg-white shadow-sm ring-1 ring-black/10" style={{ top, left, width, height }} role="group" aria-label={`Page ${page + 1}`}>
      <Page
        pdf={pdf}
        pageNumber={page + 1}
        width={width}
        devicePixelRatio={density}
        suspense={false}
        renderAnnotationLayer={false}
        loading={null}
        error={<p className="p-8 text-sm text-neutral-700">This page could not be drawn. Download the original to read it.</p>}
        onLoadSuccess={(loaded) => onSize(page, loaded.getViewport({ scale: 1 }))}
      />
      {passage !== undefined && <Highlight boxes={passage.boxes} page={passage.size} />}
    </div>
  );
});
