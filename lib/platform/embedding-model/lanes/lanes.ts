import "server-only";

import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

import type { LaneWindow, WindowSums } from "@/lib/platform/embedding-model/lanes/embed-window";

/** Where the build puts a lane's program, from the folder the product is started in. */
const LANE_BUNDLE = ".build/embedding-lane.js";

/** What a lane says of one request. */
export type LaneAnswer = { sums: WindowSums } | { failed: string };

interface Request {
  window: LaneWindow;
  resolve: (sums: WindowSums) => void;
  reject: (reason: Error) => void;
}

/**
 * Threads that embed, each with a session of the model on one core. Requests are begun in their order, each in the first lane that is
 * free, so that several documents keep all cores busy and take turns. Lanes are started when they are needed, and keep no process alive
 * while they have nothing to do. One that dies fails its request alone; the next request starts another one.
 */
export class Lanes {
  readonly #free: Worker[] = [];
  readonly #waiting: Request[] = [];
  #started = 0;

  /** `model` is the path of the model's file; no more than `most` lanes are started. */
  constructor(
    private readonly model: string,
    private readonly most: number,
    private readonly bundle = LANE_BUNDLE,
  ) {}

  /** Embeds a window. Rejects with an Error when the lane cannot. */
  embed(window: LaneWindow): Promise<WindowSums> {
    return new Promise((resolved, rejected) => {
      this.#waiting.push({ window, resolve: resolved, reject: rejected });
      this.#goOn();
    });
  }

  #goOn(): void {
    while (this.#waiting.length > 0) {
      const lane = this.#free.pop() ?? this.#startLane();
      if (lane === undefined) return;
      const request = this.#waiting.shift();
      if (request !== undefined) this.#serve(lane, request);
    }
  }

  #startLane(): Worker | undefined {
    if (this.#started === this.most) return undefined;
    const lane = new Worker(resolve(this.bundle), { workerData: { model: this.model }, name: "embedding" });
    this.#started += 1;
    lane.once("exit", () => {
      this.#started -= 1;
      if (this.#free.includes(lane)) this.#free.splice(this.#free.indexOf(lane), 1);
      this.#goOn();
    });
    return lane;
  }

  #serve(lane: Worker, { window, resolve: resolved, reject }: Request): void {
    lane.ref();
    const answered = answerOf(lane);
    lane.postMessage(window);
    answered.then((answer) => {
      lane.unref();
      this.#free.push(lane);
      if ("sums" in answer) resolved(answer.sums);
      else reject(new Error(answer.failed));
      this.#goOn();
    }, reject);
  }
}

/** A lane's next answer; rejects when it dies instead. */
function answerOf(lane: Worker): Promise<LaneAnswer> {
  return new Promise((resolved, reject) => {
    const exited = (code: number) => reject(new Error(`A thread that embeds ended with ${code}.`));
    lane.once("exit", exited);
    lane.once("error", reject);
    lane.once("message", (answer: LaneAnswer) => {
      lane.off("exit", exited).off("error", reject);
      resolved(answer);
    });
  });
}
