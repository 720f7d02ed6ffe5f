import type { TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** Running heads and feet stand within this share of the page's height from its edges. */
const BAND = 0.12;
/** They stand on the same height, give or take this many points, on at least this many pages. */
const SAME_HEIGHT = 4;
const FEWEST_PAGES = 3;
/** And on this share of the pages read so far. */
const SHARE_OF_PAGES = 0.15;
const PAGE_NUMBER = /^(?:page\s*)?[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

/** Remembers over the pages of a document which lines come back at the top or bottom of page after page. */
export class RunningLines {
  private readonly seen = new Map<string, number>();
  private pages = 0;

  /** Takes note of a page; call it for a batch of pages before asking about them. */
  note(runs: readonly TextRun[], height: number): void {
    this.pages += 1;
    for (const key of new Set(runs.filter((run) => inBand(run, height)).flatMap((run) => keysOf(run, height)))) {
      this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
    }
  }

  /** Whether a run is a running head or foot: such lines stay in the page's text and out of its blocks. */
  has(run: TextRun, height: number): boolean {
    if (!inBand(run, height)) return false;
    if (this.pages >= FEWEST_PAGES && PAGE_NUMBER.test(run.text)) return true;
    const [key = ""] = keysOf(run, height);
    const count = this.seen.get(key) ?? 0;
    return count >= FEWEST_PAGES && count >= SHARE_OF_PAGES * this.pages;
  }
}

function inBand(run: TextRun, height: number): boolean {
  return run.y1 < BAND * height || run.y0 > (1 - BAND) * height;
}

/** The line without its numbers, and its height; its neighbours' heights as well, since rounding may part equals. */
function keysOf(run: TextRun, height: number): string[] {
  const words = run.text.replace(/\d+/g, "#").toLowerCase();
  const fromEdge = run.y1 < BAND * height ? run.y0 : run.y0 - height;
  const step = Math.round(fromEdge / SAME_HEIGHT);
  return [step, step - 1, step + 1].map((near) => `${near} ${words}`);
}
