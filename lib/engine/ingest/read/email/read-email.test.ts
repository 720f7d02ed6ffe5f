import { expect, test } from "vitest";

import { readPages, readShown } from "@/lib/engine/ingest/read/test-reading";
import { sheetRow, writeXlsx } from "@/lib/engine/ingest/read/xlsx/write-xlsx";

interface Part {
  type: string;
  name?: string;
  content: Buffer | string;
  id?: string;
}

/** A message with these parts, each in Base64. */
function message(parts: readonly Part[], heads = "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\r\nTo: Ada <ada@example.org>, b@example.org\r\nSubject: =?utf-8?q?Caf=C3=A9?= budget\r\nDate: Tue, 5 Mar 2024 14:30:00 +0000"): Buffer {
  const body = parts.map(({ type, name, content, id }) => {
    const disposition = name === undefined ? "" : `Content-Disposition: attachment; filename="${name}"\r\n`;
    return `--x\r\nContent-Type: ${type}\r\n${disposition}${id === undefined ? "" : `Content-ID: <${id}>\r\n`}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString("base64")}\r\n`;
  });
  return Buffer.from(`${heads}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${body.join("")}--x--\r\n`);
}

test("a message is its subject, people, date and text", async () => {
  const blocks = await readShown(message([{ type: "text/plain; charset=utf-8", content: "Hello Ada,\n\nthe budget is 4,200 EUR." }]), "email");
  expect(blocks).toEqual([
    "heading: Café budget",
    "paragraph: From: Jürgen <j@example.org>\nTo: Ada <ada@example.org>, b@example.org\nDate: 2024-03-05 14:30 UTC",
    "paragraph: Hello Ada,",
    "paragraph: the budget is 4,200 EUR.",
  ]);
});

test("attachments are read by their own readers as further pages; what cannot be read costs itself alone", async () => {
  const sheet = writeXlsx([{ name: "Costs", rows: sheetRow(1, ["Item", "Sum", "Year"]) + sheetRow(2, ["Rent", 100, 2024]) }]);
  const forwarded = message([{ type: "text/plain", content: "Inner text." }, { type: "text/csv", name: "inner.csv", content: "a,b\nx,y" }], "Subject: Inner");
  const file = message([
    { type: "text/html", content: "<p>See <b>below</b></p><img src='http://127.0.0.1:9/pixel.png'>" },
    { type: "application/octet-stream", name: "costs.xlsx", content: sheet },
    { type: "application/zip", name: "all.zip", content: Buffer.from("504b0304", "hex") },
    { type: "application/pdf", name: "broken.pdf", content: "%PDF-1.7 broken" },
    { type: "message/rfc822", name: "inner.eml", content: forwarded },
  ]);
  const pages = await readPages(file, "email");
  expect(pages.map(({ page, text }) => [page, text])).toEqual([
    [1, expect.stringMatching(/See below\n\nAttachments: costs\.xlsx, all\.zip, broken\.pdf, inner\.eml$/)],
    [2, "costs.xlsx\n\nCosts\n\nItem | Sum | Year\nItem: Rent; Sum: 100; Year: 2024"],
    [3, "inner.eml\n\nInner\n\nInner text.\n\nAttachments: inner.csv"],
    [4, "inner.csv\n\na: x; b: y"],
  ]);
  const [heading, , row] = pages[1]?.blocks.slice(1) ?? [];
  expect([heading, row].map((block) => pages[1]?.text.slice(block?.start, block?.end))).toEqual(["Costs", "Item: Rent; Sum: 100; Year: 2024"]);
});

test("messages in messages end at a depth", async () => {
  let nested = message([{ type: "text/plain", content: "deepest" }], "Subject: 0");
  for (let depth = 1; depth < 8; depth += 1) nested = message([{ type: "message/rfc822", name: `${depth}.eml`, content: nested }], `Subject: ${depth}`);
  const pages = await readPages(nested, "email");
  expect(pages).toHaveLength(3);
  expect(pages.map((page) => page.text).join()).not.toContain("deepest");
});

test("bytes that are no message are read as one without heads, and an empty one has no text", async () => {
  expect((await readPages("just words\n\nand more", "email")).map((page) => page.text).join()).toContain("and more");
  await expect(readPages("Subject:\r\n\r\n", "email")).rejects.toMatchObject({ code: "no_text" });
});
