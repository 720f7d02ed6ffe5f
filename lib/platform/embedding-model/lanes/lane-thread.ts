/** A thread of its own that embeds chunks: the model holds up the thread that it runs on. Bundled apart; see lanes.ts. */
import { parentPort, workerData } from "node:worker_threads";

import { z } from "zod";

import { embedWindow, type LaneWindow } from "@/lib/platform/embedding-model/lanes/embed-window";
import type { LaneAnswer } from "@/lib/platform/embedding-model/lanes/lanes";
import { openSession } from "@/lib/platform/embedding-model/session";

const port = parentPort;
if (port === null) throw new Error("This program runs as a thread.");
const { model } = z.object({ model: z.string() }).parse(workerData);
const opening = openSession(model);

port.on("message", (window: LaneWindow) => {
  void answer(window).then((answered) => {
    const buffers = "sums" in answered ? [answered.sums.text, ...answered.sums.sentences].map(({ buffer }) => buffer) : [];
    port.postMessage(answered, buffers);
  });
});

async function answer(window: LaneWindow): Promise<LaneAnswer> {
  try {
    return { sums: await embedWindow(await opening, window) };
  } catch (thrown) {
    return { failed: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
