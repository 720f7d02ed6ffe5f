import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";

import { createScheduler, createWorker, type Line, OEM, type Scheduler } from "tesseract.js";

/** A page is recognised in about a second on one core; more than two at once would take more memory than a document may. */
const MOST_WORKERS = 2;

/** What was recognised in a picture; boxes are in its pixels, from the top left. */
export interface Recognised {
  lines: Line[];
  /** How certain the letters are on the whole, 0–100. */
  confidence: number;
}

let scheduler: Promise<Scheduler> | undefined;

/**
 * Recognises the words in a picture (PNG, JPEG, WebP, the first page of a TIFF), in its own threads and with the language
 * data of the package: nothing is fetched. `quarterTurns` turns the picture to the right before it is read.
 *
 * @throws Error for a picture that cannot be decoded
 */
export async function recognise(picture: Buffer, quarterTurns = 0): Promise<Recognised> {
  scheduler ??= startScheduler();
  const { data } = await (await scheduler).addJob("recognize", picture, { rotateRadians: (quarterTurns * Math.PI) / 2 }, { blocks: true, text: false });
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return { lines, confidence: data.confidence };
}

async function startScheduler(): Promise<Scheduler> {
  const started = createScheduler();
  const english = createRequire(import.meta.url).resolve("@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz");
  for (let index = 0; index < Math.min(MOST_WORKERS, availableParallelism()); index += 1) {
    // Without a handler of its own the library throws what went wrong with one picture at the whole process.
    started.addWorker(await createWorker("eng", OEM.LSTM_ONLY, { langPath: dirname(english), cacheMethod: "none", gzip: true, errorHandler: () => undefined }));
  }
  return started;
}
