import { LiteParse } from "@llamaindex/liteparse";

import { recognise } from "@/lib/engine/ingest/read/ocr/recognise";
import { recognisedRuns } from "@/lib/engine/ingest/read/ocr/recognised-runs";
import type { Orientation, Turns, Upright } from "@/lib/engine/ingest/read/ocr/upright";
import type { PageRuns } from "@/lib/engine/ingest/read/pdf/lay-out-page";
import { turnBack } from "@/lib/engine/ingest/read/pdf/rotation";
import { overlap, type TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Fewer letters and digits than this are a stamp or a page number: the page itself may be a picture. */
const FEW_CHARACTERS = 30;
/** The longer side of the picture that is recognised, in pixels: 200 dots an inch of A4, enough for small print. */
const LONGER_SIDE = 2_340;
/** A first look shows which way up the page lies. */
const COARSE = 0.5;
/** Very large pages, as of posters, are not drawn with fewer dots an inch than this, very small ones not with more. */
const DOTS_PER_INCH = { least: 80, most: 300 };

/** By how many degrees to the right a page appears turned that so many quarter turns to the right set upright. */
const APPEARS_TURNED = [0, 270, 180, 90] as const;

/** Whether a page has so little text of its own that it may be a scan. */
export function mayBeScan({ runs }: PageRuns): boolean {
  return runs.reduce((count, run) => count + run.text.replace(/[^\p{L}\p{N}]/gu, "").length, 0) < FEW_CHARACTERS;
}

/**
 * A page whose text is a picture, with the recognised words in their places beside what is printed as text; the page as it
 * was when there is nothing on it. Nothing here throws because of the file: a page that cannot be drawn stays as it is.
 */
export async function recognisePage(pdf: Buffer, page: PageRuns, orientation: Orientation): Promise<PageRuns> {
  const dpi = Math.min(DOTS_PER_INCH.most, Math.max(DOTS_PER_INCH.least, Math.round((LONGER_SIDE * 72) / Math.max(page.width, page.height, 1))));
  const read = async (quarterTurns: Turns, coarse: boolean) => {
    const picture = await drawn(pdf, page.page, quarterTurns, coarse ? dpi * COARSE : dpi);
    return picture === undefined ? { lines: [], confidence: 100 } : recognise(picture);
  };
  const { lines, turns } = await orientation.recognise(read).catch((): Pick<Upright, "lines" | "turns"> => ({ lines: [], turns: 0 }));
  const rotation = APPEARS_TURNED[turns];
  const recognised = recognisedRuns(lines, 72 / dpi).map((run) => turned(run, rotation, page));
  // What is printed as text is exact; the picture of it says it a second time.
  return { ...page, recognised: true, runs: [...page.runs, ...recognised.filter((run) => !page.runs.some((printed) => areSame(run, printed)))] };
}

/** The page as PNG, turned to the right; undefined for an empty one. */
async function drawn(pdf: Buffer, page: number, quarterTurns: Turns, dpi: number): Promise<Buffer | undefined> {
  const parser = new LiteParse({ ocrEnabled: false, quiet: true, numWorkers: 1, dpi, pageOrientationCorrections: [{ page, angle: APPEARS_TURNED[quarterTurns] }] });
  const [shot] = await parser.screenshot(pdf, [page]);
  return shot === undefined || shot.isSolidFill ? undefined : shot.imageBuffer;
}

function turned(run: TextRun, rotation: number, { width, height }: PageRuns): TextRun {
  const [x0, y0, x1, y1] = turnBack(run, rotation, width, height);
  return { ...run, x0, y0, x1, y1, rotation };
}

function areSame(a: TextRun, b: TextRun): boolean {
  const area = (run: TextRun) => (run.x1 - run.x0) * (run.y1 - run.y0);
  return overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1) > 0.4 * Math.min(area(a), area(b));
}
