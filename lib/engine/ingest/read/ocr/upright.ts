import type { Recognised } from "@/lib/engine/ingest/read/ocr/recognise";

/** Above this the letters are the right way up; a page on its side reads as noise, with half of it or less. */
const CLEAR = 70;
const NOISE = 55;

/** So many clear pages show how the scans of a document lie, so many vain attempts that its pictures hold no pages of text. */
const ENOUGH = 3;

/** Quarter turns to the right that may set a picture upright, the likelier ones first. */
const TURNS = [1, 3, 2] as const;

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

/** How a picture reads best, and turned by how much it does. */
export interface Upright extends Recognised {
  turns: Turns;
}

/** Finds out which way up the pictures of one document lie. */
export class Orientation {
  private turns: Turns = 0;
  private clear = 0;
  private vain = 0;

  /** Recognises a picture, turned if that is clearer. `read` reads it turned to the right; `coarse` asks for no more than a first look. */
  async recognise(read: (turns: Turns, coarse: boolean) => Promise<Recognised>): Promise<Upright> {
    const first = { ...(await read(this.turns, false)), turns: this.turns };
    if (first.lines.length === 0 || first.confidence >= NOISE || this.clear >= ENOUGH || this.vain >= ENOUGH) {
      if (first.confidence >= CLEAR) this.clear += 1;
      return first;
    }
    for (const turns of TURNS) {
      if ((await read(turns, true)).confidence < CLEAR) continue;
      this.turns = turns;
      return { ...(await read(turns, false)), turns };
    }
    this.vain += 1;
    return first;
  }
}
