import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Readable } from "node:stream";

import { forTerminal } from "@/lib/launch/log-line";

/** A log file that has grown beyond this is set aside as `….1`, in bytes; the one that was there is given up. */
const LARGEST = 10 * 1024 * 1024;

/** Where a process's lines go: all into its file, and what a person must see to the terminal as well. */
export class LogFile {
  readonly #path: string;
  readonly #name: string;
  readonly #largest: number;
  #file: number;
  #size: number;

  constructor(path: string, name: string, largest = LARGEST) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#path = path;
    this.#name = name;
    this.#largest = largest;
    this.#file = openSync(path, "a", 0o600);
    this.#size = fstatSync(this.#file).size;
  }

  /** Takes over a process's output. */
  take(output: Readable, isErrors: boolean): void {
    let rest = "";
    output.on("data", (chunk: Buffer) => {
      this.#write(chunk);
      const lines = `${rest}${chunk.toString("utf8")}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const shown = forTerminal(line, isErrors);
        if (shown !== undefined) process.stderr.write(`[${this.#name}] ${shown}\n`);
      }
    });
  }

  #write(chunk: Buffer): void {
    if (this.#size > this.#largest) this.#setAside();
    writeSync(this.#file, chunk);
    this.#size += chunk.length;
  }

  #setAside(): void {
    closeSync(this.#file);
    if (existsSync(this.#path)) renameSync(this.#path, `${this.#path}.1`);
    this.#file = openSync(this.#path, "a", 0o600);
    this.#size = 0;
  }
}
