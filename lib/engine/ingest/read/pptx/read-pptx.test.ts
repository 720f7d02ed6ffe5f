import { expect, test } from "vitest";

import { readPages, readShown } from "@/lib/engine/ingest/read/test-reading";
import { relations } from "@/lib/engine/ingest/read/xlsx/write-xlsx";
import { packFiles } from "@/lib/engine/ingest/read/zip/pack-files";

const NAMES = 'xmlns:p="p" xmlns:a="a" xmlns:r="r" xmlns:c="c" xmlns:dgm="d" xmlns:mc="m"';
const paragraph = (text: string, properties = "") => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (paragraphs: string, placeholder = "") => `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs}</p:txBody></p:sp>`;
const slide = (shapes: string) => `<p:sld ${NAMES}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
const frame = (content: string) => `<p:graphicFrame><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;

/** A presentation of these slides' shapes; `more` are further parts. */
function presentation(slides: readonly string[], more: Record<string, string> = {}): Buffer {
  const files: Record<string, string> = {
    "_rels/.rels": relations(["r1", "officeDocument", "ppt/presentation.xml"]),
    "ppt/presentation.xml": `<p:presentation ${NAMES}><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(...slides.map((_, index) => [`s${index}`, "slide", `slides/slide${slides.length - index}.xml`] as const)),
  };
  slides.forEach((shapes, index) => (files[`ppt/slides/slide${slides.length - index}.xml`] = slide(shapes)));
  return packFiles({ ...files, ...more });
}

test("slides are pages in the order they are shown, with title, lists and without what runs along", async () => {
  const first = shape(paragraph("Body first, then"), '<p:ph type="body" idx="1"/>') + shape(paragraph("Results"), '<p:ph type="title"/>') + shape(paragraph("page 1"), '<p:ph type="sldNum"/>');
  const second = shape(paragraph("We plan to:", "<a:pPr><a:buNone/></a:pPr>") + paragraph("hire") + paragraph("three people", '<a:pPr lvl="1"/>'), '<p:ph idx="1"/>');
  const third = shape(paragraph("one", "<a:pPr><a:buAutoNum/></a:pPr>") + paragraph("two", "<a:pPr><a:buAutoNum/></a:pPr>") + paragraph("plain"));
  const pages = await readPages(presentation([first, second, third]), "pptx");
  expect(pages.map(({ page, text }) => [page, text])).toEqual([
    [1, "Results\n\nBody first, then"],
    [2, "We plan to:\n\n- hire\n  - three people"],
    [3, "1. one\n2. two\n\nplain"],
  ]);
  expect(pages[1]?.blocks[1]?.context).toBe("We plan to:");
});

test("tables, charts, diagrams, groups, alternatives and descriptions of pictures", async () => {
  const cell = (text: string, more = "") => `<a:tc${more}><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
  const table = `<a:tbl><a:tblPr firstRow="1"/><a:tr>${cell("Region")}${cell("Sales")}</a:tr><a:tr>${cell("North", ' rowSpan="2"')}${cell("5")}</a:tr><a:tr>${cell("", ' vMerge="1"')}${cell("6")}</a:tr></a:tbl>`;
  const picture = (description: string) => `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture" descr="${description}"/></p:nvPicPr></p:pic>`;
  const shapes = [
    frame(table),
    `<p:grpSp>${shape(paragraph("grouped"))}</p:grpSp>`,
    `<mc:AlternateContent><mc:Choice>${shape(paragraph("new"))}</mc:Choice><mc:Fallback>${shape(paragraph("old"))}</mc:Fallback></mc:AlternateContent>`,
    frame('<c:chart r:id="c1"/>'),
    frame('<dgm:relIds r:dm="d1" r:lo="x"/>'),
    picture("The team in Oslo") + picture("photo one.png") + picture("A dog. Description automatically generated"),
  ];
  const pt = (index: number, value: string) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
  const series = `<c:ser><c:tx><c:strRef><c:strCache>${pt(0, "Sales")}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${pt(0, "2023")}${pt(1, "2024")}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${pt(0, "7")}${pt(1, "9")}</c:numCache></c:numRef></c:val></c:ser>`;
  const more = {
    "ppt/slides/_rels/slide1.xml.rels": relations(["c1", "chart", "../charts/chart1.xml"], ["d1", "diagramData", "../diagrams/data1.xml"]),
    "ppt/charts/chart1.xml": `<c:chartSpace ${NAMES}><c:chart><c:title><c:tx><c:rich>${paragraph("Growth")}</c:rich></c:tx></c:title><c:plotArea><c:barChart>${series}</c:barChart></c:plotArea></c:chart></c:chartSpace>`,
    "ppt/diagrams/data1.xml": `<dgm:dataModel ${NAMES}><dgm:ptLst><dgm:pt><dgm:t>${paragraph("Plan")}</dgm:t></dgm:pt><dgm:pt type="parTrans"><dgm:t>${paragraph("not shown")}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
  };
  expect(await readShown(presentation([shapes.join("")], more), "pptx")).toEqual([
    "table-row: Region | Sales",
    "table-row: North | 5 {Region | Sales}",
    "table-row: North | 6 {Region | Sales}",
    "paragraph: grouped",
    "paragraph: new",
    "paragraph: Growth",
    "table-row: Sales",
    "table-row: 2023 | 7 {Sales}",
    "table-row: 2024 | 9 {Sales}",
    "list-item: - Plan",
    "paragraph: The team in Oslo",
  ]);
});

test("the speaker's notes stand on their slide", async () => {
  const notes = slide(shape(paragraph("3"), '<p:ph type="sldNum"/>') + shape(paragraph("Say hello first."), '<p:ph type="body"/>'));
  const file = presentation([shape(paragraph("Welcome"), '<p:ph type="ctrTitle"/>'), shape(paragraph("Second"))], {
    "ppt/slides/_rels/slide2.xml.rels": relations(["n", "notesSlide", "../notesSlides/notesSlide1.xml"]),
    "ppt/notesSlides/notesSlide1.xml": notes,
  });
  const [first, second] = await readPages(file, "pptx");
  expect(first?.text).toBe("Welcome\n\nNotes\n\nSay hello first.");
  expect(second?.text).toBe("Second");
});

test("what is linked is not followed, what is missing costs its slide alone", async () => {
  const linked = `<Relationships><Relationship Id="s0" Type="x/slide" Target="http://127.0.0.1:9/slide.xml" TargetMode="External"/><Relationship Id="s1" Type="x/slide" Target="slides/absent.xml"/><Relationship Id="s2" Type="x/slide" Target="../../../../etc/passwd"/></Relationships>`;
  const file = presentation([shape(paragraph("a")), shape(paragraph("b")), shape(paragraph("c"))], { "ppt/_rels/presentation.xml.rels": linked });
  await expect(readShown(file, "pptx")).rejects.toMatchObject({ code: "no_text" });
});

test("elements nested without end are refused, and what is no presentation too", async () => {
  await expect(readShown(presentation(["<p:grpSp>".repeat(5_000)]), "pptx")).rejects.toMatchObject({ code: "too_large" });
  await expect(readShown(packFiles({ "word/document.xml": "<w/>" }), "pptx")).rejects.toMatchObject({ code: "content_mismatch" });
});
