import { createServer, type Server, type Socket } from "node:net";

import { afterEach, describe, expect, it } from "vitest";

import { clamavScanner, ScanUnavailable } from "@/lib/engine/ingest/scan/clamav-scanner";
import { refuseInfected } from "@/lib/engine/ingest/scan/refuse-infected";

const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const signal = new AbortController().signal;

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve()))));

/** Reads one INSTREAM conversation as clamd does (man 8 clamd), and answers with what `say` makes of the file. */
async function clamd(say: (file: Buffer, socket: Socket) => void): Promise<string> {
  server = createServer((socket) => {
    let held = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part: Buffer) => {
      held = Buffer.concat([held, part]);
      const file = fileIn(held);
      if (file !== undefined) say(file, socket);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `tcp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

/** The file of a conversation that has come to its end: chunks, each after its length, and a length of nought. */
function fileIn(held: Buffer): Buffer | undefined {
  expect("zINSTREAM\0".startsWith(held.subarray(0, 10).toString())).toBe(true);
  const chunks: Buffer[] = [];
  for (let at = 10; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const honest = (file: Buffer, socket: Socket) => socket.end(file.includes("EICAR") ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");

describe("clamd over its socket", () => {
  it("gets the whole file and says what it found", async () => {
    const seen: number[] = [];
    const scanner = clamavScanner(await clamd((file, socket) => (seen.push(file.length), honest(file, socket))));
    expect(await scanner.scan(Buffer.alloc(1_000_000, "a"), signal)).toBeUndefined();
    expect(await scanner.scan(Buffer.from(EICAR), signal)).toBe("Eicar-Signature");
    expect(await scanner.scan(Buffer.alloc(0), signal)).toBeUndefined();
    expect(seen).toEqual([1_000_000, EICAR.length, 0]);
  });

  it.each<[string, (file: Buffer, socket: Socket) => void]>([
    ["a limit", (_file, socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
    ["an error about a file that is called OK", (_file, socket) => socket.end("stream: OK ERROR\0")],
    ["an empty answer", (_file, socket) => socket.end()],
    ["a line that never ends", (_file, socket) => socket.write("x".repeat(5_000))],
    ["silence", () => undefined],
    ["a connection that breaks", (_file, socket) => socket.destroy()],
    ["something else on that port", (_file, socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n")],
  ])("gives no verdict by %s, and nothing passes", async (_what, say) => {
    const scanner = clamavScanner(await clamd(say), 300);
    await expect(scanner.scan(Buffer.from("a clean file"), signal)).rejects.toBeInstanceOf(ScanUnavailable);
    await expect(refuseInfected(Buffer.from("a clean file"), signal, scanner)).rejects.toMatchObject({ code: "internal", message: expect.stringMatching(/Try this document again/) });
  });

  it("gives no verdict when nobody listens, and stops when the reading stops", async () => {
    await expect(clamavScanner("tcp://127.0.0.1:1").scan(Buffer.from("x"), signal)).rejects.toBeInstanceOf(ScanUnavailable);
    const stop = new AbortController();
    const scan = clamavScanner(await clamd(() => stop.abort(new Error("stopped")))).scan(Buffer.from("x"), stop.signal);
    await expect(scan).rejects.toBeInstanceOf(ScanUnavailable);
  });

  it("refuses what it finds in a document", async () => {
    const scanner = clamavScanner(await clamd(honest));
    await refuseInfected(Buffer.from("a clean file"), signal, scanner);
    await expect(refuseInfected(Buffer.from(EICAR), signal, scanner)).rejects.toMatchObject({ code: "infected" });
  });
});
