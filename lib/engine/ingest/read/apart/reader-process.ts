import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { Socket } from "node:net";

import { type DocumentError, malformed, timedOut, tooLarge } from "@/lib/engine/ingest/document-error";
import { FrameReader, writeFrame } from "@/lib/engine/ingest/read/apart/frames";
import { type ReaderMessage, readerMessage } from "@/lib/engine/ingest/read/apart/messages";
import type { Format } from "@/lib/engine/ingest/read/formats";

const MESSAGES_FD = 3;
/** Half of the memory limit is for the JavaScript heap, the rest for the file itself and the PDF library. */
const HEAP_SHARE = 0.5;
const WATCH_EVERY_MS = 250;
/** A page of text with its blocks stays far below this; a process that says more has been taken over. */
const LONGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
/** `/proc` counts memory in pages of this size on the platforms we run on. */
const PAGE_BYTES = 4_096;

/** What one document may cost. */
export interface ReadLimits {
  /** Milliseconds of reading; the time its pages wait to be taken does not count. */
  milliseconds: number;
  /** Resident memory of the process in bytes. */
  memoryBytes: number;
}

/**
 * A process that reads documents, with an empty environment, no right to write files or start programs (Node's permission model), and a limit on
 * memory. It reads one document at a time and can be used again as long as {@link ReaderProcess.reusable}.
 */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private readonly messages: FrameReader;
  private readonly pipes: readonly [requests: Socket, messages: Socket];
  private exited = false;
  private readonly gone: Promise<unknown>;
  /** Why this side ended it, if it did. */
  private verdict: DocumentError | undefined;

  constructor(bundle: string, private readonly limits: ReadLimits) {
    const heapMegabytes = Math.max(64, Math.floor((limits.memoryBytes * HEAP_SHARE) / 1024 / 1024));
    this.child = spawn(process.execPath, ["--permission", "--allow-fs-read=*", "--allow-addons", "--allow-worker", `--max-old-space-size=${heapMegabytes}`, bundle], {
      env: { NODE_ENV: "production" },
      stdio: ["pipe", "ignore", "ignore", "pipe"],
    });
    const [requests, messages] = [this.child.stdin, this.child.stdio[MESSAGES_FD]];
    if (!(requests instanceof Socket) || !(messages instanceof Socket)) throw new Error("the reader process has no pipes");
    this.pipes = [requests, messages];
    // Writing to a process that has died: its exit says what happened.
    requests.on("error", () => undefined);
    this.messages = new FrameReader(messages, LONGEST_MESSAGE_BYTES);
    this.gone = once(this.child, "exit").then(() => (this.exited = true), () => (this.exited = true));
    this.rest();
  }

  /** Whether it is alive, so that it can take another document. */
  get reusable(): boolean {
    return !this.exited && this.verdict === undefined;
  }

  /** Hands it a document. Call {@link next} until it says `done` or `error` before handing it the next. */
  start(bytes: Buffer, format: Format): void {
    this.child.ref();
    for (const pipe of this.pipes) pipe.ref();
    const [requests] = this.pipes;
    void writeFrame(requests, format).then(() => writeFrame(requests, bytes));
  }

  /**
   * The next message. `milliseconds` is how long it may take.
   *
   * @throws DocumentError `timed_out`, `too_large` (memory) or `malformed` (it died)
   */
  async next(milliseconds: number): Promise<ReaderMessage> {
    const deadline = setTimeout(() => this.end(timedOut()), Math.max(1, milliseconds));
    const watch = setInterval(() => void this.watchMemory(), WATCH_EVERY_MS);
    try {
      const frame = await this.messages.frame().catch(() => undefined);
      const message = frame === undefined ? undefined : readerMessage.safeParse(JSON.parse(frame.toString())).data;
      if (message !== undefined) return message;
      this.end(malformed());
      await this.gone;
      throw this.diedOfMemory() ? tooLarge("it needs more memory than a document may") : (this.verdict ?? malformed());
    } finally {
      clearTimeout(deadline);
      clearInterval(watch);
    }
  }

  /** Lets this process end while the reader waits for its next document. */
  rest(): void {
    this.child.unref();
    for (const pipe of this.pipes) pipe.unref();
  }

  /** Ends the process at once. */
  end(verdict: DocumentError = malformed()): void {
    this.verdict ??= verdict;
    this.child.kill("SIGKILL");
  }

  /** A heap at its limit makes Node abort; every other death was ours or the parser's. */
  private diedOfMemory(): boolean {
    return this.child.signalCode === "SIGABRT" || this.child.signalCode === "SIGTRAP" || this.child.exitCode === 134;
  }

  /** Native memory is outside of the heap's limit. Linux only: elsewhere the heap's limit has to do. */
  private async watchMemory(): Promise<void> {
    const statm = await readFile(`/proc/${this.child.pid}/statm`, "utf8").catch(() => "");
    const residentPages = Number(statm.split(" ")[1] ?? 0);
    if (residentPages * PAGE_BYTES > this.limits.memoryBytes) this.end(tooLarge("it needs more memory than a document may"));
  }
}
