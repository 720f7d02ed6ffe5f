import type { DocumentAnnotation } from "@llamaindex/liteparse";

import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import type { LaidBlock } from "@/lib/engine/ingest/read/pdf/laid-block";
import type { Box } from "@/lib/engine/ingest/read/pdf/text-run";

/** What somebody wrote onto a page: a note, a remark to a highlighted stretch, text in a box of its own. */
export interface Remark {
  text: string;
  box: Box;
}

/** Links and form fields have contents too, for screen readers; what is in a field stands in the page's text. */
const NO_REMARK = new Set(["link", "widget", "popup"]);

/** The remarks on a page, from top to bottom. */
export function remarksOf(annotations: readonly DocumentAnnotation[] | undefined): Remark[] {
  const remarks = (annotations ?? []).flatMap(({ subtype, contents, rect }) => {
    const text = foldSpaces(contents ?? "");
    if (text === "" || rect === undefined || NO_REMARK.has(subtype)) return [];
    return [{ text, box: { x0: rect.x, y0: rect.y, x1: rect.x + rect.width, y1: rect.y + rect.height } }];
  });
  return remarks.sort((a, b) => a.box.y0 - b.box.y0);
}

/** The remarks as paragraphs, without those that are drawn on the page and so stand in its text. */
export function remarkBlocks(remarks: readonly Remark[], blocks: readonly LaidBlock[]): LaidBlock[] {
  const printed = foldSpaces(blocks.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(" "));
  return remarks.filter(({ text }) => !printed.includes(text)).map(({ text, box }) => ({ kind: "paragraph", pieces: [{ before: "", text, box }] }));
}
