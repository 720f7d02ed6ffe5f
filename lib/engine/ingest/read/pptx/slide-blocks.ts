import { relatedPart, relationshipsOf } from "@/lib/engine/ingest/read/office/relationships";
import { frameBlocks } from "@/lib/engine/ingest/read/pptx/frame-blocks";
import { paragraphBlocks } from "@/lib/engine/ingest/read/pptx/paragraph-blocks";
import { placeholderOf, shapesIn } from "@/lib/engine/ingest/read/pptx/shapes";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";
import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import { childOf, type XmlElement } from "@/lib/engine/ingest/read/xml/xml-element";
import type { OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** Placeholders that say the same on every slide. */
const RUNNING = new Set(["sldNum", "dt", "ftr", "hdr", "sldImg"]);
const TITLES = new Set(["title", "ctrTitle"]);

/** The blocks of one slide: its title, then its shapes in their order, which is the order a screen reader takes, then the speaker's notes. */
export function* slideBlocks(zip: OpenZip, part: string): Generator<DraftBlock> {
  const slide = readXml(zip.read(part));
  const parts = new Map(relationshipsOf(zip, part).map((relationship) => [relationship.id, relationship.part]));
  const shapes = [...shapesIn(treeOf(slide))];
  const isTitle = (shape: XmlElement) => TITLES.has(placeholderOf(shape) ?? "");
  for (const shape of shapes.filter(isTitle)) yield* titleBlock(shape);
  for (const shape of shapes) if (!isTitle(shape)) yield* shapeBlocks(shape, (id) => readXml(zip.read(parts.get(id) ?? "")));
  yield* notesBlocks(zip, part);
}

function treeOf(part: XmlElement | undefined): XmlElement | undefined {
  return childOf(childOf(part, "cSld"), "spTree");
}

function* titleBlock(shape: XmlElement): Generator<DraftBlock> {
  const text = [...paragraphBlocks(childOf(shape, "txBody"), false)].map((block) => block.text).join(" ");
  if (text !== "") yield { kind: "heading", level: 1, text: text.replace(/\s+/g, " ") };
}

function* shapeBlocks(shape: XmlElement, related: (id: string) => XmlElement | undefined): Generator<DraftBlock> {
  const placeholder = placeholderOf(shape);
  if (placeholder !== undefined && RUNNING.has(placeholder)) return;
  // Placeholders for the slide's body are lists unless they say otherwise; text boxes are not.
  if (shape.name === "sp") yield* paragraphBlocks(childOf(shape, "txBody"), placeholder === "body" || placeholder === "obj");
  else if (shape.name === "graphicFrame") yield* frameBlocks(shape, related);
  else if (shape.name === "pic") yield* descriptionBlock(shape);
}

/** What somebody wrote about a picture, not what a program guessed or the name of its file. */
function* descriptionBlock(picture: XmlElement): Generator<DraftBlock> {
  const text = (childOf(childOf(picture, "nvPicPr"), "cNvPr")?.attributes["descr"] ?? "").replace(/\s+/g, " ").trim();
  const written = /\S\s\S/.test(text) && !/automatically generated|\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?)$/i.test(text);
  if (written) yield { kind: "paragraph", text };
}

function* notesBlocks(zip: OpenZip, part: string): Generator<DraftBlock> {
  const notesPart = relatedPart(zip, part, "notesSlide");
  if (notesPart === undefined) return;
  const bodies = [...shapesIn(treeOf(readXml(zip.read(notesPart))))].filter((shape) => placeholderOf(shape) === "body");
  const blocks = bodies.flatMap((shape) => [...paragraphBlocks(childOf(shape, "txBody"), false)]);
  if (blocks.length > 0) yield { kind: "heading", level: 2, text: "Notes" };
  yield* blocks;
}
