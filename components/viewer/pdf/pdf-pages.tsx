import "react-pdf/dist/Page/TextLayer.css";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";

import { type PageSize, pagesBetween, placePages } from "@/components/viewer/pdf/page-places";
import { currentPage, startOf } from "@/components/viewer/pdf/place";
import type { Pdf } from "@/components/viewer/pdf/pdf-engine";
import { PdfPage } from "@/components/viewer/pdf/pdf-page";
import { openedAt, type PdfPassage } from "@/components/viewer/pdf/pdf-passage";
import { PdfToolbar } from "@/components/viewer/pdf/pdf-toolbar";
import { usePageSizes } from "@/components/viewer/pdf/use-page-sizes";
import { useRoom } from "@/components/viewer/pdf/use-room";
import { useScrollPlace } from "@/components/viewer/pdf/use-scroll-place";
import { MARGIN, percentOf, scaleOf, type Zoom, zoomedIn, zoomedOut } from "@/components/viewer/pdf/zoom";

interface PdfPagesProps {
  pdf: Pdf;
  firstPage: PageSize;
  /** The page to open, from 1. */
  page: number;
  passage: PdfPassage | undefined;
}

/** Pages beyond the window that are drawn in advance, in heights of the window. */
const AHEAD = 0.75;

/** All pages of a PDF below one another; only those in the window and just beyond it are drawn. */
export function PdfPages({ pdf, firstPage, page, passage }: PdfPagesProps) {
  const area = useRef<HTMLDivElement>(null);
  const room = useRoom(area);
  const width = room?.width ?? 0;
  const seen = room?.height ?? 0;
  const [zoom, setZoom] = useState<Zoom>("fit");
  const { sizes, onSize } = usePageSizes(pdf.numPages, firstPage);
  const places = useMemo(() => placePages(sizes, (size) => scaleOf(zoom, size.width, width)), [sizes, zoom, width]);
  const start = useMemo(() => openedAt(Math.min(page, pdf.numPages), passage), [page, passage, pdf.numPages]);
  const { top, goTo, onScroll } = useScrollPlace(area, places, seen, start);
  const inner = Math.max(width, places.widest + 2 * MARGIN);
  const current = currentPage(places, top, seen);
  const percent = percentOf(places.scales[current] ?? 1);
  const turnTo = (number: number) => goTo(startOf(Math.max(0, Math.min(number, pdf.numPages) - 1)));
  const larger = () => setZoom(zoomedIn(percent));
  const smaller = () => setZoom(zoomedOut(percent));
  const fit = () => setZoom("fit");
  useEffect(() => {
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true, focusVisible: false });
  }, []);
  const keys: Partial<Record<string, () => void>> = { ArrowRight: () => turnTo(current + 2), ArrowLeft: () => turnTo(current), "+": larger, "=": larger, "-": smaller, "0": fit };
  const onKeyDown = (event: KeyboardEvent) => {
    const sideways = event.key.startsWith("Arrow") && inner > width;
    const act = event.ctrlKey || event.metaKey || event.altKey || sideways ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <PdfToolbar page={current + 1} pages={pdf.numPages} onPage={turnTo} percent={percent} fits={zoom === "fit"} onLarger={larger} onSmaller={smaller} onFit={fit} />
      <div
        ref={area}
        tabIndex={0}
        role="region"
        aria-label="Document"
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-auto bg-muted outline-none focus-visible:inset-ring-2 focus-visible:inset-ring-ring/60"
      >
        <div className="relative" style={{ width: room === undefined ? undefined : inner, height: places.total }}>
          {room !== undefined &&
            pagesBetween(places, top - AHEAD * seen, top + (1 + AHEAD) * seen).map((index) => (
              <PdfPage
                key={index}
                pdf={pdf}
                page={index}
                top={places.tops[index] ?? 0}
                left={(inner - (places.widths[index] ?? 0)) / 2}
                width={places.widths[index] ?? 0}
                height={places.heights[index] ?? 0}
                passage={passage?.page === index + 1 ? passage : undefined}
                onSize={onSize}
              />
            ))}
        </div>
      </div>
    </>
  );
}
