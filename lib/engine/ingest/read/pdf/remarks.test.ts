import { PDFDocument, PDFString, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";

import { readPages } from "@/lib/engine/ingest/read/test-reading";

/** A page with a filled-in form, a note, a text box that is drawn, and a link. */
async function annotated(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText("Order form of the harbour office", { x: 50, y: 780, size: 12, font });
  page.drawText("Signed in ink", { x: 60, y: 505, size: 12, font });
  const form = pdf.getForm();
  const name = form.createTextField("name");
  name.setText("Ines Halloran");
  name.addToPage(page, { x: 120, y: 695, width: 200, height: 18 });
  const plan = form.createDropdown("plan");
  plan.addOptions(["Basic", "Premium"]);
  plan.select("Premium");
  plan.addToPage(page, { x: 120, y: 620, width: 120, height: 18 });
  const annotations = [
    { Subtype: "Text", Rect: [300, 600, 320, 620], Contents: PDFString.of("Renew before the end of May.") },
    { Subtype: "FreeText", Rect: [50, 500, 300, 530], Contents: PDFString.of("Signed in ink") },
    { Subtype: "Link", Rect: [50, 400, 300, 430], Contents: PDFString.of("Go to the shop") },
  ];
  for (const annotation of annotations) page.node.Annots()?.push(pdf.context.register(pdf.context.obj({ Type: "Annot", ...annotation })));
  return Buffer.from(await pdf.save());
}

test("what is filled in and what is noted on a page can be found, with its place, and what is drawn stands there once", async () => {
  const [page] = await readPages(await annotated(), "pdf");
  for (const text of ["Ines Halloran", "Premium", "Renew before the end of May.", "Signed in ink"]) expect(page?.text.split(text)).toHaveLength(2);
  expect(page?.text).not.toContain("Go to the shop");
  const note = page?.blocks.find((block) => page.text.slice(block.start, block.end).startsWith("Renew"));
  expect(note?.lines[0]?.bbox).toEqual([300, 222, 320, 242]);
});
