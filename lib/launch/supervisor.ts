import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

import type { LogFile } from "@/lib/launch/log-file";
import { say } from "@/lib/launch/say";

/** A program that is kept running. */
export interface Program {
  name: string;
  /** Node's arguments: flags, the program, its arguments. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  log: LogFile;
}

/** A program that ends this often within the window is not started again; times in ms. */
const MOST_ENDS = 5;
const WINDOW_MS = 60_000;
/** How long it waits before another try, doubling from the first to the last, in ms. */
const PAUSE_MS = { first: 250, last: 8_000 };
/** How long a program may take to stop before it is killed, in ms. */
const STOP_PATIENCE_MS = 25_000;

/** Keeps one program running: when it dies it is started again, and when it keeps dying, `onGivenUp` is told. */
export class Supervised {
  readonly #program: Program;
  readonly #onGivenUp: (sentence: string) => void;
  #child: ChildProcess | undefined;
  #ends: number[] = [];
  #stopping = false;
  #waiting: NodeJS.Timeout | undefined;

  constructor(program: Program, onGivenUp: (sentence: string) => void) {
    this.#program = program;
    this.#onGivenUp = onGivenUp;
  }

  /** Starts it. */
  start(): void {
    const { args, env, log } = this.#program;
    // In a process group of its own: Ctrl-C is for the launcher, which stops everything in order.
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe", "ipc"], detached: true });
    if (child.stdout !== null) log.take(child.stdout, false);
    if (child.stderr !== null) log.take(child.stderr, true);
    child.once("error", (error) => this.#ended(error.message));
    child.once("exit", (code, signal) => this.#ended(signal ?? `code ${code ?? "?"}`));
    this.#child = child;
  }

  /** Asks it to stop and waits; kills it when it does not. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#waiting);
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(killer);
  }

  /** Kills it at once. */
  kill(): void {
    this.#stopping = true;
    this.#child?.kill("SIGKILL");
  }

  #ended(how: string): void {
    if (this.#stopping) return;
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WINDOW_MS), now];
    const { name } = this.#program;
    if (this.#ends.length >= MOST_ENDS) {
      this.#onGivenUp(`The ${name} process has ended ${MOST_ENDS} times within a minute. Its last words stand in logs/${name}.log under DATA_DIR.`);
      return;
    }
    const pause = Math.min(PAUSE_MS.last, PAUSE_MS.first * 2 ** (this.#ends.length - 1));
    say(`The ${name} process ended (${how}); it is started again.`);
    this.#waiting = setTimeout(() => this.start(), pause);
  }
}
