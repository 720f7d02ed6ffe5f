import { describe, expect, test } from "vitest";

import { asTiff, drawPicture, scannedPdf } from "@/lib/engine/ingest/read/ocr/draw-picture";
import { tiffPages } from "@/lib/engine/ingest/read/ocr/tiff-pages";
import { drawPdf, lines } from "@/lib/engine/ingest/read/pdf/draw-pdf";
import { readPages, readShown } from "@/lib/engine/ingest/read/test-reading";

const SENTENCES = ["Receipts must be sent within fourteen days", "of the journey, in one file by e-mail."];
const letter = () => drawPicture([{ text: "Travel expenses", x: 60, y: 60, size: 26 }, ...lines(SENTENCES, 60, 120).map((line, index) => ({ ...line, y: 120 + index * 16, size: 13 }))]);

describe("pictures", () => {
  test("the words of a picture are read as headings and paragraphs", async () => {
    expect(await readShown(await letter(), "png")).toEqual(["heading: Travel expenses", `paragraph: ${SENTENCES.join(" ")}`]);
  });

  test("every page of a TIFF file is read", async () => {
    const second = await drawPicture([{ text: "The second page of the fax", x: 60, y: 100, size: 16 }], 100);
    const pages = await readPages(asTiff([await drawPicture([{ text: "The first page of the fax", x: 60, y: 100, size: 16 }], 100), second]), "tiff");
    expect(pages.map(({ page, text }) => [page, text])).toEqual([
      [1, "The first page of the fax"],
      [2, "The second page of the fax"],
    ]);
  });

  test("a list of TIFF pages that runs in a circle ends", () => {
    const circle = Buffer.from("49492a000800000000000800000000", "hex");
    expect([...tiffPages(circle)]).toHaveLength(1);
  });

  test("an empty picture has no text, a broken one is malformed", async () => {
    await expect(readPages(await drawPicture([]), "png")).rejects.toMatchObject({ code: "no_text" });
    await expect(readPages((await letter()).subarray(0, 400), "png")).rejects.toMatchObject({ code: "malformed" });
  });
});

describe("scans", () => {
  test("pages that are pictures are read among those that are text, with a box for each line", async () => {
    const pages = await readPages(await scannedPdf([await letter(), lines(["This page is printed as text, and stays as it is."], 60, 100)]), "pdf");
    expect(pages.map((page) => page.text)).toEqual([`Travel expenses\n\n${SENTENCES.join(" ")}`, "This page is printed as text, and stays as it is."]);
    const [x0, y0, x1, y1] = pages[0]?.blocks[1]?.lines[0]?.bbox ?? [0, 0, 0, 0];
    expect(Math.abs(x0 - 60)).toBeLessThan(3);
    expect(Math.abs(y0 - 122)).toBeLessThan(5);
    expect(y1 - y0).toBeLessThan(20);
    expect(x1).toBeGreaterThan(280);
  });

  test("a page scanned on its side is set upright, and its boxes lie where the words are", async () => {
    const [sideways] = await readPages(await drawPdf([lines(SENTENCES, 60, 100)], 90), "pdf");
    const { LiteParse } = await import("@llamaindex/liteparse");
    const [shot] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: 200 }).screenshot(await drawPdf([lines(SENTENCES, 60, 100)], 90), [1]);
    const [page] = await readPages(await scannedPdf([shot?.imageBuffer ?? []]), "pdf");
    expect(page?.text).toBe(SENTENCES.join(" "));
    const [expected, found] = [sideways, page].map((one) => one?.blocks[0]?.lines[0]?.bbox ?? [0, 0, 0, 0]);
    found?.forEach((value, index) => expect(Math.abs(value - (expected?.[index] ?? 0))).toBeLessThan(5));
  });
});
