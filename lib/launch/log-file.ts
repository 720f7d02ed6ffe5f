import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Readable } from "node:stream";

/** A log file is set aside at a start when it has grown beyond this, in bytes. */
const LARGEST = 10 * 1024 * 1024;
/** pino's number for errors. */
const ERROR_LEVEL = 50;

/** Where a process's lines go: all into its file, and what a person must see to the terminal as well. */
export class LogFile {
  readonly #stream: ReturnType<typeof createWriteStream>;
  readonly #name: string;

  constructor(path: string, name: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (existsSync(path) && statSync(path).size > LARGEST) renameSync(path, `${path}.1`);
    this.#stream = createWriteStream(path, { flags: "a", mode: 0o600 });
    this.#name = name;
  }

  /** Takes over a process's output. */
  take(output: Readable, isErrors: boolean): void {
    let rest = "";
    output.on("data", (chunk: Buffer) => {
      this.#stream.write(chunk);
      const lines = `${rest}${chunk.toString("utf8")}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (isForPeople(line, isErrors)) process.stderr.write(`[${this.#name}] ${line}\n`);
    });
  }
}

function isForPeople(line: string, isErrors: boolean): boolean {
  const level = /^\{"level":(\d+)/.exec(line)?.[1];
  return level === undefined ? isErrors && line.trim() !== "" : Number(level) >= ERROR_LEVEL;
}
