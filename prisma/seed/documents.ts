import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Block, blocksOf } from "@/prisma/seed/writing/blocks";
import { writeBook } from "@/prisma/seed/writing/pdf/write-book";
import { writePdf } from "@/prisma/seed/writing/pdf/write-pdf";
import { writeDocx } from "@/prisma/seed/writing/write-docx";

/** Where the sources lie, in the project's folder: `organisation/project/folders/name`. */
const SOURCES = "prisma/seed/documents";

/** A document of the demo: the name it is shown by, and how to make its file. */
export interface DemoDocument {
  name: string;
  make: () => Promise<Uint8Array>;
}

/**
 * The documents of a project, by name. A source `x.md` is a document as it is, `x.pdf.md` and `x.docx.md` are written in that format, and a
 * folder `x.pdf` is one PDF with its files as sections. `company` stands at the foot of each page.
 */
export async function documentsOf(project: string, company: string): Promise<DemoDocument[]> {
  return inFolder(join(SOURCES, project), "", company);
}

async function inFolder(folder: string, prefix: string, company: string): Promise<DemoDocument[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = entries.map((entry) => {
    const path = join(folder, entry.name);
    const name = `${prefix}${entry.name}`;
    if (!entry.isDirectory()) return [oneFile(path, name, company)];
    return name.endsWith(".pdf") ? [bookOf(path, name, company)] : inFolder(path, `${name}/`, company);
  });
  return (await Promise.all(found)).flat();
}

function oneFile(path: string, source: string, company: string): DemoDocument {
  const name = source.replace(/\.(pdf|docx)\.md$/, ".$1");
  const make = async () => {
    const markdown = await readFile(path, "utf8");
    if (name === source) return Buffer.from(markdown);
    const blocks = blocksOf(markdown);
    const frame = { company, title: titleOf(blocks) };
    return name.endsWith(".pdf") ? writePdf(blocks, frame) : writeDocx(blocks, frame);
  };
  return { name, make };
}

function bookOf(folder: string, name: string, company: string): DemoDocument {
  const make = async () => {
    const files = (await readdir(folder)).sort();
    const sections = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    return writeBook(sections, { company, title: titleOf(blocksOf(sections[0] ?? "")) });
  };
  return { name, make };
}

function titleOf(blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === "heading");
  if (heading?.kind !== "heading") throw new TypeError("Each document of the demo begins with its title.");
  return heading.text;
}
