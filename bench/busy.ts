/**
 * What ingesting costs those who ask meanwhile, and what a long PDF costs: chat p95 in one project, idle and while 100 files of another are read
 * and indexed; then a PDF of 300 pages from its upload to ready, and the largest resident memory of all processes together while it was
 * read. Run with `npm run bench:busy`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PDFDocument, StandardFonts } from "pdf-lib";

import { descendants, freePort, proportionalMegabytes, type RunningCitadel, startCitadel, stopCitadel } from "./citadel-process.ts";
import { archive, call, list, newProjectKey, until, upload } from "./engine-calls.ts";

const FILES = 100;
const PAGES = 300;

/** p50 and p95 of questions asked one behind the other, in ms; as many as fit while `going`, but at least 40. */
async function ask(running: RunningCitadel, key: string, going: () => boolean): Promise<{ p50: number; p95: number; asked: number }> {
  const times: number[] = [];
  for (let index = 0; index < 40 || going(); index++) {
    const started = performance.now();
    await call(running, key, "POST", "/v1/chat", JSON.stringify({ question: `Who checks shelf 3-${index % 12}, and which box does it hold?` }));
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), asked: times.length };
}

async function settled(running: RunningCitadel, key: string, seconds: number): Promise<void> {
  await until("every file to be ready", seconds, async () => (await list(running, key)).every((row) => row.status === "ready"));
}

async function longPdf(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= PAGES; page++) {
    const sheet = pdf.addPage([595, 842]);
    for (let line = 0; line < 44; line++) {
      sheet.drawText(`Section ${page}.${line}: the keeper of shelf ${page * 44 + line} records ${(page * 37 + line * 11) % 997} boxes and ${line % 9} open questions.`, { x: 50, y: 790 - line * 16.5, size: 10, font });
    }
  }
  return new Uint8Array(await pdf.save());
}

const dataDir = mkdtempSync(join(tmpdir(), "citadel-busy-"));
const running = await startCitadel(dataDir, await freePort());
const asking = await newProjectKey(running, "asking");
for (let index = 0; index < 20; index++) await upload(running, asking, `archive-${index}.md`, archive(index));
await settled(running, asking, 120);
await ask(running, asking, () => false);
const idle = await ask(running, asking, () => false);
const uploading = await newProjectKey(running, "uploading");
for (let index = 0; index < FILES; index++) await upload(running, uploading, `archive-${index}.md`, archive(index));
let isReading = true;
const reading = settled(running, uploading, 600).finally(() => (isReading = false));
const busy = await ask(running, asking, () => isReading);
await reading;
console.log(`chat idle: p50 ${idle.p50.toFixed(1)} ms, p95 ${idle.p95.toFixed(1)} ms; while ${FILES} files are read: p50 ${busy.p50.toFixed(1)} ms, p95 ${busy.p95.toFixed(1)} ms (${busy.asked} asked), ratio of the p95 ${(busy.p95 / idle.p95).toFixed(2)}`);

const key = await newProjectKey(running, "long");
const bytes = await longPdf();
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, descendants(running.launcher.pid ?? 0).reduce((sum, row) => sum + proportionalMegabytes(row.pid), 0))), 250);
const started = performance.now();
await upload(running, key, "long.pdf", bytes);
await settled(running, key, 600);
clearInterval(watch);
const [row] = await list(running, key);
console.log(`PDF of ${PAGES} pages (${(bytes.length / 1e6).toFixed(1)} MB, ${row?.chunkCount ?? 0} chunks): ready after ${((performance.now() - started) / 1000).toFixed(1)} s, at most ${Math.round(peak)} MB resident in all processes together (what several map is shared out)`);
await stopCitadel(running);
rmSync(dataDir, { recursive: true, force: true });
