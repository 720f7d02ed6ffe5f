import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { Worker as Thread } from "node:worker_threads";

import { createScheduler, createWorker, type Line, OEM, type Scheduler } from "tesseract.js";

/** A page is recognised in about a second on one core; more than two at once would take more memory than a document may. */
const MOST_WORKERS = 2;

/** What was recognised in a picture; boxes are in its pixels, from the top left. */
export interface Recognised {
  lines: Line[];
  /** How certain the letters are on the whole, 0–100. */
  confidence: number;
}

/** The threads that recognise. They keep the process alive only while they have something to do. */
interface Threads {
  scheduler: Scheduler;
  keepAlive: (jobs: 1 | -1) => void;
}

let threads: Promise<Threads> | undefined;

/**
 * Recognises the words in a picture (PNG, JPEG, WebP, the first page of a TIFF), in its own threads and with the language
 * data of the package: nothing is fetched. `quarterTurns` turns the picture to the right before it is read.
 *
 * @throws Error for a picture that cannot be decoded
 */
export async function recognise(picture: Buffer, quarterTurns = 0): Promise<Recognised> {
  threads ??= startThreads();
  const { scheduler, keepAlive } = await threads;
  keepAlive(1);
  const { data } = await scheduler.addJob("recognize", picture, { rotateRadians: (quarterTurns * Math.PI) / 2 }, { blocks: true, text: false }).finally(() => keepAlive(-1));
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return { lines, confidence: data.confidence };
}

async function startThreads(): Promise<Threads> {
  const scheduler = createScheduler();
  const english = createRequire(import.meta.url).resolve("@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz");
  const started: Thread[] = [];
  for (let index = 0; index < Math.min(MOST_WORKERS, availableParallelism()); index += 1) {
    // Without a handler of its own the library throws what went wrong with one picture at the whole process.
    const worker = await createWorker("eng", OEM.LSTM_ONLY, { langPath: dirname(english), cacheMethod: "none", gzip: true, errorHandler: () => undefined });
    scheduler.addWorker(worker);
    if ("worker" in worker && worker.worker instanceof Thread) started.push(worker.worker);
  }
  let jobs = 0;
  const keepAlive = (change: 1 | -1) => {
    jobs += change;
    for (const thread of started) if (jobs > 0) thread.ref(); else thread.unref();
  };
  return { scheduler, keepAlive };
}
