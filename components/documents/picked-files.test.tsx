import { describe, expect, it } from "vitest";

import { droppedFiles, pickedFiles } from "@/components/documents/picked-files";
import { pickedNote } from "@/components/documents/picked-note";
import { fileOf } from "@/components/documents/testing";

/** What a browser hands over for a folder: a hundred entries at a time. */
const PORTION = 100;

class Entry {
  readonly fullPath: string;
  readonly name: string;
  readonly isFile: boolean;
  readonly #children: Entry[] | "unreadable" | undefined;

  constructor(fullPath: string, children?: Entry[] | "unreadable") {
    this.fullPath = fullPath;
    this.name = fullPath.slice(fullPath.lastIndexOf("/") + 1);
    this.isFile = !Array.isArray(children);
    this.#children = children;
  }

  file(resolve: (file: File) => void, reject: (error: Error) => void) {
    if (this.#children === "unreadable") reject(new Error("gone"));
    else resolve(fileOf(this.name));
  }

  createReader() {
    const left = Array.isArray(this.#children) ? [...this.#children] : [];
    return { readEntries: (resolve: (entries: Entry[]) => void) => resolve(left.splice(0, PORTION)) };
  }
}

/** Items of a drop, as far as they are asked. */
function items(...entries: (Entry | null)[]): Parameters<typeof droppedFiles>[0] {
  return entries.map((entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => null }));
}

describe("what is dropped", () => {
  it("is taken with everything in its folders, however many", async () => {
    const many = Array.from({ length: 250 }, (_, number) => new Entry(`/hr/many/${number}.md`));
    const folder = new Entry("/hr", [new Entry("/hr/leave.md"), new Entry("/hr/many", many)]);
    const { files } = await droppedFiles(items(folder, new Entry("/travel.md"), null));
    expect(files.map(({ name }) => name)).toEqual(["hr/leave.md", ...many.map(({ fullPath }) => fullPath.slice(1)), "travel.md"]);
  });

  it("leaves out what the system put there, and says so", async () => {
    const picked = await droppedFiles(items(new Entry("/hr", [new Entry("/hr/.DS_Store"), new Entry("/hr/~$leave.docx"), new Entry("/hr/.git", [new Entry("/hr/.git/config")]), new Entry("/hr/leave.docx")])));
    expect(picked.files.map(({ name }) => name)).toEqual(["hr/leave.docx"]);
    expect(pickedNote(picked)).toBe("3 hidden or system files were left out.");
  });

  it("goes on when one file cannot be read", async () => {
    const picked = await droppedFiles(items(new Entry("/gone.md", "unreadable"), new Entry("/there.md")));
    expect(picked.files.map(({ name }) => name)).toEqual(["there.md"]);
    expect(pickedNote(picked)).toBe("Your browser could not read gone.md. Choose it again.");
  });

  it("may lie on no disk", async () => {
    const { files } = await droppedFiles([{ webkitGetAsEntry: () => null, getAsFile: () => fileOf("picture.md") }]);
    expect(files.map(({ name }) => name)).toEqual(["picture.md"]);
  });

  it("may be an empty folder", async () => {
    expect(pickedNote(await droppedFiles(items(new Entry("/empty", []))))).toBe("There is no file in that folder.");
  });
});

describe("what is chosen", () => {
  it("keeps the folder's path where there is one", () => {
    const inFolder = fileOf("leave.md");
    Object.defineProperty(inFolder, "webkitRelativePath", { value: "hr/leave.md" });
    const picked = pickedFiles([inFolder, fileOf("travel.md")]);
    expect(picked.files.map(({ name }) => name)).toEqual(["hr/leave.md", "travel.md"]);
    expect(pickedNote(picked)).toBeNull();
  });
});
