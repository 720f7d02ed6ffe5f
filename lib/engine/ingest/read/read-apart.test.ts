import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import type { Format } from "@/lib/engine/ingest/read/formats";
import { readApart, type ReadApartOptions, stopReaders } from "@/lib/engine/ingest/read/read-apart";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "citadel-readers-"));
});

afterAll(async () => {
  stopReaders();
  await rm(folder, { recursive: true, force: true });
});

async function read(content: string | Buffer, format: Format, options: ReadApartOptions = {}): Promise<string[]> {
  const texts: string[] = [];
  for await (const page of readApart(Buffer.from(content), format, undefined, options)) texts.push(page.text);
  return texts;
}

/** A reader process that does something else than read. */
async function reader(source: string): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.mjs`);
  await writeFile(path, source);
  return path;
}

test("pages come from the other process as they would from this one", async () => {
  expect(await read("# Leave\n\n25 days.", "markdown")).toEqual(["Leave\n\n25 days."]);
  expect(await read("a,b\nx,y", "csv")).toEqual(["a: x; b: y"]);
});

test("a reader's error comes with its code and sentence, and the next document is read", async () => {
  await expect(read("   ", "text")).rejects.toMatchObject({ name: "DocumentError", code: "no_text", message: expect.stringContaining("no text") });
  await expect(read("%PDF-1.7 broken", "pdf")).rejects.toMatchObject({ code: "malformed" });
  expect(await read("still here", "text")).toEqual(["still here"]);
});

test("documents at the same time do not mix", async () => {
  const names = Array.from({ length: 6 }, (_, index) => `document ${index}`);
  expect(await Promise.all(names.map((name) => read(name, "text")))).toEqual(names.map((name) => [name]));
});

test("a document that is not read to its end leaves nothing for the next", async () => {
  const long = Array.from({ length: 40 }, (_, index) => `# Part ${index}\n\n${"word ".repeat(20_000)}`).join("\n\n");
  for await (const page of readApart(Buffer.from(long), "markdown")) {
    expect(page.page).toBe(1);
    break;
  }
  expect(await read("the next", "text")).toEqual(["the next"]);
});

test("its environment names the mode alone, and it may neither write files nor start programs", async () => {
  const spy = await reader(`
    import { Socket } from "node:net";
    import { writeFileSync } from "node:fs";
    import { spawnSync } from "node:child_process";
    const can = (what) => { try { what(); return "yes"; } catch { return "no"; } };
    const text = JSON.stringify([Object.keys(process.env), can(() => writeFileSync(new URL("written.txt", import.meta.url), "")), can(() => spawnSync("true"))]);
    const say = (message) => { const body = Buffer.from(JSON.stringify(message)); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); output.write(Buffer.concat([head, body])); };
    const output = new Socket({ fd: 3 });
    say({ page: { page: 1, text, width: null, height: null, blocks: [] } });
    say({ done: true });`);
  expect(await read("x", "text", { bundle: spy })).toEqual(['[["NODE_ENV"],"no","no"]']);
});

test("one process reads document after document, and ends when none comes", async () => {
  // Says its process id for every document: 13 bytes are the two frames of "text" and "x".
  const named = await reader(`
    import { Socket } from "node:net";
    const output = new Socket({ fd: 3 });
    const say = (message) => { const body = Buffer.from(JSON.stringify(message)); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); output.write(Buffer.concat([head, body])); };
    let bytes = 0;
    process.stdin.on("data", (piece) => { bytes += piece.length; if (bytes % 13 === 0) { say({ page: { page: 1, text: String(process.pid), width: null, height: null, blocks: [] } }); say({ done: true }); } });`);
  stopReaders();
  const [first = ""] = await read("x", "text", { bundle: named, restMs: 60_000 });
  expect(await read("x", "text", { bundle: named, restMs: 1 })).toEqual([first]);
  const isGone = () => expect(() => process.kill(Number(first), 0)).toThrow("ESRCH");
  await vi.waitFor(isGone, 10_000);
  expect(await read("x", "text", { bundle: named })).not.toEqual([first]);
});

describe("whatever happens to the reader is one document's error", () => {
  test.each([
    ["a crash", "process.kill(process.pid, 'SIGSEGV')", "malformed"],
    ["an exit", "process.exit(0)", "malformed"],
    ["nonsense", "import('node:net').then(({ Socket }) => new Socket({ fd: 3 }).end('{\"page\": 1}'))", "malformed"],
    ["a message without end", "import('node:net').then(({ Socket }) => new Socket({ fd: 3 }).write(Buffer.alloc(8, 0xff)))", "malformed"],
    ["a loop", "for (;;);", "timed_out"],
    ["silence", "setInterval(() => {}, 1000)", "timed_out"],
  ])("%s", async (_, source, code) => {
    await expect(read("x", "text", { bundle: await reader(source), milliseconds: code === "timed_out" ? 400 : 5_000 })).rejects.toMatchObject({ name: "DocumentError", code });
  });

  test("a heap without end, and memory outside of the heap", async () => {
    const memoryBytes = 150 * 1024 * 1024;
    const heap = await reader("const all = []; for (;;) all.push(Array.from({ length: 1000 }, Math.random));");
    const buffers = await reader("const all = []; setInterval(() => all.push(Buffer.alloc(20_000_000, 1)), 20);");
    for (const path of [heap, buffers]) await expect(read("x", "text", { bundle: path, memoryBytes })).rejects.toMatchObject({ code: "too_large" });
  });

  test("pages whose words are recognised take longer, and not for ever", async () => {
    const slow = (recognised: string, pages: number) => reader(`
      import { Socket } from "node:net";
      const output = new Socket({ fd: 3 });
      const say = (message) => { const body = Buffer.from(JSON.stringify(message)); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); output.write(Buffer.concat([head, body])); };
      let page = 0;
      setInterval(() => (page += 1) > ${pages} ? say({ done: true }) : say({ page: { page, text: "x", width: null, height: null, blocks: [] ${recognised} } }), 150);`);
    const content = (bundle: string) => read("x", "text", { bundle, milliseconds: 700 });
    expect(await content(await slow(", recognised: true", 8))).toHaveLength(8);
    await expect(content(await slow("", 8))).rejects.toMatchObject({ code: "timed_out" });
  });

  test("an abort ends it with the signal's reason", async () => {
    const controller = new AbortController();
    const loop = await reader("for (;;);");
    const reading = readApart(Buffer.from("x"), "text", controller.signal, { bundle: loop }).next();
    controller.abort(new Error("the worker stops"));
    await expect(reading).rejects.toThrow("the worker stops");
  });
});
