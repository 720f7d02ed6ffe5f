import { describe, expect, test } from "vitest";

import { readPages, readShown } from "@/lib/engine/ingest/read/test-reading";
import { packFiles } from "@/lib/engine/ingest/read/zip/pack-files";

const NAMES = "office text table draw presentation style fo".split(" ").map((name) => `xmlns:${name}="urn:${name}"`).join(" ");

/** An OpenDocument file of a kind with this body. */
function odf(kind: "text" | "spreadsheet" | "presentation", body: string, styles = ""): Buffer {
  const content = `<?xml version="1.0"?><office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return packFiles({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": content, "META-INF/manifest.xml": "<manifest/>" });
}

describe("texts", () => {
  test("headings, lists, tables, notes and frames are kept; what is hidden, deleted or said in comments is not", async () => {
    const styles = '<number:date-style xmlns:number="n"><number:text>.</number:text></number:date-style><style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="T9"><style:text-properties text:display="none"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>';
    const body = [
      "<text:tracked-changes><text:deletion><text:p>deleted</text:p></text:deletion></text:tracked-changes>",
      '<text:p text:style-name="P1">Handbook</text:p><text:h text:outline-level="2">Leave</text:h>',
      '<text:p>You get<text:s text:c="2"/>28 <text:span text:style-name="T9">not </text:span>days<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Part-timers less.</text:p></text:note-body></text:note>.<office:annotation><text:p>a comment</text:p></office:annotation></text:p>',
      '<text:p>It takes:</text:p><text:list text:style-name="L1"><text:list-item><text:p>a form</text:p><text:list><text:list-item><text:p>signed</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>patience</text:p></text:list-item></text:list>',
      "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Grade</text:p></table:table-cell><table:table-cell><text:p>Days</text:p></table:table-cell></table:table-row></table:table-header-rows>",
      '<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell><text:p>28</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>30</text:p></table:table-cell></table:table-row></table:table>',
      "<text:table-of-content><text:index-body><text:p>Leave 1</text:p></text:index-body></text:table-of-content>",
      "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>",
    ];
    expect(await readShown(odf("text", body.join(""), styles), "odt")).toEqual([
      "heading: Handbook",
      "heading: Leave",
      "paragraph: You get 28 days.",
      "paragraph: Part-timers less.",
      "paragraph: It takes:",
      "list-item: 1. a form {It takes:}",
      "list-item: 1. signed {It takes: › a form}",
      "list-item: 2. patience {It takes:}",
      "table-row: Grade | Days",
      "table-row: A | 28 {Grade | Days}",
      "table-row: A | 30 {Grade | Days}",
      "paragraph: boxed",
    ]);
  });

  test("a password is told, and an archive that is no document", async () => {
    const locked = packFiles({ "content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>" });
    await expect(readShown(locked, "odt")).rejects.toMatchObject({ code: "encrypted" });
    await expect(readShown(packFiles({ a: "b" }), "odt")).rejects.toMatchObject({ code: "content_mismatch" });
  });
});

test("sheets of a spreadsheet are pages; repeated rows and cells do not blow up", async () => {
  const cell = (text: string, more = 'office:value-type="string"') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
  const rows = [
    `<table:table-row>${cell("Name")}${cell("Due")}${cell("Share")}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`,
    `<table:table-row>${cell("Rent")}${cell("5. März", 'office:value-type="date" office:date-value="2024-03-05"')}${cell("12,5 %", 'office:value-type="percentage"')}</table:table-row>`,
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
  ];
  const pages = await readPages(odf("spreadsheet", `<table:table table:name="Costs">${rows.join("")}</table:table><table:table table:name="Empty"/>`), "ods");
  expect(pages.map(({ page, text }) => [page, text])).toEqual([
    [1, "Costs\n\nName | Due | Share\nName: Rent; Due: 2024-03-05; Share: 12,5 %"],
    [2, ""],
  ]);
});

test("slides of a presentation are pages with their notes", async () => {
  const frame = (kind: string, content: string) => `<draw:frame presentation:class="${kind}"><draw:text-box>${content}</draw:text-box></draw:frame>`;
  const slide = `${frame("outline", "<text:list><text:list-item><text:p>hire</text:p></text:list-item></text:list>")}${frame("title", "<text:p>Plan</text:p>")}${frame("footer", "<text:p>Acme</text:p>")}<presentation:notes>${frame("notes", "<text:p>Say why.</text:p>")}</presentation:notes>`;
  const [first, second] = await readPages(odf("presentation", `<draw:page>${slide}</draw:page><draw:page><draw:custom-shape><text:p>Thanks</text:p></draw:custom-shape></draw:page>`), "odp");
  expect(first?.text).toBe("Plan\n\n- hire\n\nNotes\n\nSay why.");
  expect(second?.text).toBe("Thanks");
});
