import { describe, expect, it } from "vitest";

import { readingOrder } from "@/lib/engine/ingest/read/pdf/columns";
import { logicalOrder } from "@/lib/engine/ingest/read/pdf/right-to-left";
import type { TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

function run(text: string, x: number, y: number, size: number): TextRun {
  return { text, x0: x, y0: y, x1: x + text.length * size * 0.5, y1: y + size * 1.1, size, bold: false, rotation: 0 };
}

const texts = (regions: TextRun[][]) => regions.map((region) => region.map(({ text }) => text));

describe("large text beside small lines", () => {
  const address = [run("Issued 4 May 2031", 60, 110, 10), run("Issued by the Tidewater Office", 60, 126, 10), run("Editor Ines Halloran", 60, 142, 10), run("www.tidewater.example", 60, 158, 10)];
  const head = run("Number 12", 480, 84, 12);
  const body = run("The body of the letter goes on below.", 60, 200, 11);

  it("does not come between them, on either side", () => {
    const title = run("Tidewater", 400, 121, 26);
    expect(texts(readingOrder([head, ...address, title, body]))).toEqual([["Number 12"], address.map(({ text }) => text), ["Tidewater"], [body.text]]);
    const before = run("12", 60, 121, 26);
    const beside = address.map((line) => ({ ...line, x0: line.x0 + 200, x1: line.x1 + 200 }));
    expect(texts(readingOrder([before, ...beside]))).toEqual([["12"], address.map(({ text }) => text)]);
  });

  it("leaves a line with one small note at its side as it is", () => {
    const title = run("Annual report", 60, 100, 26);
    const note = run("draft", 420, 110, 10);
    expect(texts(readingOrder([title, note]))).toEqual([["Annual report", "draft"]]);
  });
});

describe("a right-to-left line", () => {
  it("gets its words in reading order, foreign words in theirs, and a ligature of lam and alef mended", () => {
    expect(logicalOrder("کاالی بورس")).toBe("بورس کالای");
    expect(logicalOrder("Citadel Portal לכולם שלום")).toBe("שלום לכולם Citadel Portal");
    expect(logicalOrder("plain words")).toBe("plain words");
  });
});
