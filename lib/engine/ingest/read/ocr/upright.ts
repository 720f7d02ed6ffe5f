import { type Recognised } from "@/lib/engine/ingest/read/ocr/recognise";

/** Above this the letters are the right way up; a page on its side reads as noise, with half of it or less. */
const CLEAR = 70;

/** Quarter turns to the right that may set a picture upright, the likelier ones first. */
const TURNS = [1, 3, 2] as const;

/** How a picture reads best. */
export interface Upright extends Recognised {
  /** Quarter turns to the right that set it upright. */
  turns: 0 | 1 | 2 | 3;
}

/** Recognises a picture as it is and, if that gives nothing clear, turned. `recogniseTurned` reads it turned to the right. */
export async function recogniseUpright(recogniseTurned: (turns: 0 | 1 | 2 | 3) => Promise<Recognised>): Promise<Upright> {
  let best: Upright = { ...(await recogniseTurned(0)), turns: 0 };
  for (const turns of TURNS) {
    if (best.confidence >= CLEAR && best.lines.length > 0) break;
    const turned = await recogniseTurned(turns);
    if (turned.confidence > best.confidence && turned.lines.length > 0) best = { ...turned, turns };
  }
  return best;
}
