import "@/lib/engine/ingest/read/apart/no-network";

import { Socket } from "node:net";
import { Worker } from "node:worker_threads";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import { FrameReader, writeFrame } from "@/lib/engine/ingest/read/apart/frames";
import type { ReaderMessage } from "@/lib/engine/ingest/read/apart/messages";
import { FORMAT_NAMES } from "@/lib/engine/ingest/read/formats";
import { readDocument } from "@/lib/engine/ingest/read/read-document";

// The process in which documents are read, one after the other: a frame with the format and one with the file's bytes come
// in on stdin, messages go out on a pipe of their own, so that nothing a library prints can get between them.
const MESSAGES_FD = 3;

// If the parent is killed while a parser loops here, nobody is left to end this process but a second thread.
const WATCH_PARENT = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000)`;
new Worker(WATCH_PARENT, { eval: true }).unref();

const input = new FrameReader(process.stdin);
const output = new Socket({ fd: MESSAGES_FD, readable: false, writable: true });
// The parent is gone: nobody waits for the rest.
output.on("error", () => process.exit(1));

for (let name = await input.frame(); name !== undefined; name = await input.frame()) {
  const format = FORMAT_NAMES.find((known) => known === name.toString());
  const bytes = await input.frame();
  if (format === undefined || bytes === undefined) break;
  await say(await readOne(bytes, format));
}
process.exit(0);

async function readOne(bytes: Buffer, format: (typeof FORMAT_NAMES)[number]): Promise<ReaderMessage> {
  try {
    for await (const page of readDocument(bytes, format)) await say({ page });
    return { done: true };
  } catch (thrown) {
    if (thrown instanceof DocumentError) return { error: { code: thrown.code, sentence: thrown.message } };
    throw thrown;
  }
}

function say(message: ReaderMessage): Promise<void> {
  return writeFrame(output, JSON.stringify(message));
}
