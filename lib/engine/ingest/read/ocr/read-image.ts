import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { recognise, type Recognised } from "@/lib/engine/ingest/read/ocr/recognise";
import { recognisedRuns } from "@/lib/engine/ingest/read/ocr/recognised-runs";
import { tiffPages } from "@/lib/engine/ingest/read/ocr/tiff-pages";
import { Orientation } from "@/lib/engine/ingest/read/ocr/upright";
import { BodySize } from "@/lib/engine/ingest/read/pdf/headings";
import { vocabularyOf } from "@/lib/engine/ingest/read/pdf/hyphens";
import { layOutPage } from "@/lib/engine/ingest/read/pdf/lay-out-page";
import { boxAround } from "@/lib/engine/ingest/read/pdf/text-run";
import type { Reader } from "@/lib/engine/ingest/read/reader";

/** A picture whose words are recognised; a TIFF file's pages one after the other. Boxes are left out: only a PDF's page can be shown with marks. */
export const readImage: Reader = async function* (bytes): AsyncGenerator<ParsedPage> {
  const pages = bytes.subarray(0, 4).toString("hex").match(/^(?:49492a00|4d4d002a)$/) === null ? [bytes] : tiffPages(bytes);
  const orientation = new Orientation();
  let page = 0;
  for (const picture of pages) yield pageOf((page += 1), await orientation.recognise((turns) => recognise(picture, turns)));
};

function pageOf(page: number, { lines }: Recognised): ParsedPage {
  const runs = recognisedRuns(lines, 1);
  if (runs.length === 0) return { page, text: "", width: null, height: null, blocks: [], recognised: true };
  const { x0, y0, x1, y1 } = boxAround(runs);
  const body = new BodySize();
  body.note(runs);
  const laid = layOutPage({ page, width: x0 + x1, height: y0 + y1, runs, remarks: [] }, [], { bodySize: body.on(runs), vocabulary: vocabularyOf(runs.map((run) => run.text)) });
  const blocks = laid.blocks.map((block) => ({ ...block, lines: block.lines.map((line) => ({ ...line, bbox: null })) }));
  return { ...laid, width: null, height: null, blocks, recognised: true };
}
