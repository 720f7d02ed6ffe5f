import type { PageSize } from "@/components/viewer/pdf/page-places";
import { type Place, startOf } from "@/components/viewer/pdf/place";
import type { PassageBox } from "@/components/viewer/passage/passage-boxes";

/** A passage on a page of a PDF. */
export interface PdfPassage {
  /** From 1. */
  page: number;
  boxes: readonly PassageBox[];
  /** Of the page the boxes lie on, in PDF points. */
  size: PageSize;
}

/** How far down in the window a passage is shown. */
const LEAD = 0.3;

/** Where a document is opened: at its passage, or at the beginning of a page (from 1). */
export function openedAt(page: number, passage: PdfPassage | undefined): Place {
  const edges = passage?.boxes.map(([, top]) => top) ?? [];
  return passage === undefined || edges.length === 0 ? startOf(page - 1) : { page: passage.page - 1, y: Math.min(...edges), lead: LEAD };
}
