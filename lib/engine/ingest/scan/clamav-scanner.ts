import { connect, type Socket } from "node:net";

import type { Scanner } from "@/lib/engine/ingest/scan/scanner";

/** Bytes of one INSTREAM chunk. */
const CHUNK_BYTES = 64 * 1024;
/** How long clamd may stay silent, in ms. */
const SILENCE_MS = 30_000;
/** The longest answer that is read, in characters. */
const LONGEST_ANSWER = 1_000;

/** The scan did not come to a verdict: the file is neither clean nor infected, and must not go on. */
export class ScanUnavailable extends Error {
  override readonly name = "ScanUnavailable";
}

/** Where clamd listens: `tcp://host:3310`, or `unix:/run/clamav/clamd.ctl`. */
type Place = { host: string; port: number } | { path: string };

/**
 * ClamAV's daemon over its socket, by the command INSTREAM: the file goes out in chunks, each after its length, and one line comes back. Every scan is a
 * connection of its own. Whatever is not the word of a scanner (no connection, silence, a line that is no verdict, a limit of clamd's) throws {@link ScanUnavailable}.
 */
export function clamavScanner(url: string, silenceMs = SILENCE_MS): Scanner {
  const place = placeOf(url);
  return {
    async scan(bytes, signal) {
      signal.throwIfAborted();
      const answer = await converse(connect(place), bytes, silenceMs, signal);
      return verdictOf(answer);
    },
  };
}

function placeOf(url: string): Place {
  if (url.startsWith("unix:")) return { path: url.slice("unix:".length).replace(/^\/\/(?=\/)/, "") };
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port === "" ? 3310 : port) };
}

/** Sends the file and gives back clamd's line, without its end. */
async function converse(socket: Socket, bytes: Buffer, silenceMs: number, signal: AbortSignal): Promise<string> {
  let answer = "";
  const ended = new Promise<void>((resolve, reject) => {
    socket.setTimeout(silenceMs, () => reject(new ScanUnavailable("The virus scanner is silent.")));
    socket.on("data", (part: Buffer) => {
      answer += part.toString("latin1");
      if (answer.includes("\0") || answer.length > LONGEST_ANSWER) resolve();
    });
    socket.on("end", resolve);
    socket.on("close", resolve);
    // After a line has come, a broken pipe is clamd's way to stop listening; the line says why.
    socket.on("error", (cause) => (answer.includes("\0") ? resolve() : reject(new ScanUnavailable("The virus scanner does not answer.", { cause }))));
    signal.addEventListener("abort", () => reject(new ScanUnavailable("The scan was stopped.")), { once: true });
  });
  void send(socket, bytes);
  try {
    await ended;
  } finally {
    socket.destroy();
  }
  return answer.split("\0")[0] ?? "";
}

async function send(socket: Socket, bytes: Buffer): Promise<void> {
  const written = (part: Buffer | string) =>
    new Promise<void>((resolve) => {
      if (socket.destroyed || socket.write(part)) return resolve();
      const goOn = () => {
        socket.off("drain", goOn).off("close", goOn);
        resolve();
      };
      socket.on("drain", goOn).on("close", goOn);
    });
  await written("zINSTREAM\0");
  for (let at = 0; at < bytes.length && !socket.destroyed; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    await written(lengthOf(chunk.length));
    await written(chunk);
  }
  await written(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`; everything else is no verdict. */
function verdictOf(answer: string): string | undefined {
  const line = answer.trim();
  if (line === "stream: OK") return undefined;
  const found = /^stream: (.{1,200}) FOUND$/.exec(line)?.[1];
  if (found !== undefined) return found;
  throw new ScanUnavailable(`The virus scanner gave no verdict: ${line.slice(0, 100)}`);
}
