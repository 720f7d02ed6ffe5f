import type { PickedFile } from "@/components/documents/upload-item";

/** What a person chose or dropped. */
export interface Picked {
  files: PickedFile[];
  /** How many files of the system (`.DS_Store`, `~$draft.docx`) were left out. */
  leftOut: number;
  /** Names of what the browser would not hand over. */
  unreadable: string[];
}

/** What the browser tells of something dropped, as far as it is asked. */
interface Entry {
  readonly isFile: boolean;
  readonly name: string;
  /** From the drop's own root, beginning with a slash. */
  readonly fullPath: string;
}
interface FileEntry extends Entry {
  file(resolve: (file: File) => void, reject: (error: unknown) => void): void;
}
interface FolderEntry extends Entry {
  createReader(): { readEntries(resolve: (entries: Entry[]) => void, reject: (error: unknown) => void): void };
}

/** What was dropped, as the browser tells of it. */
interface DroppedItem {
  webkitGetAsEntry(): Entry | null;
  getAsFile(): File | null;
}

/** The files of an `<input type="file">`; those of a chosen folder keep their path. */
export function pickedFiles(list: Iterable<File>): Picked {
  const files = [...list].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
  return withoutSystemFiles(files, []);
}

/**
 * What was dropped, with everything in dropped folders. Must be called while the drop is being handled: the browser forgets its
 * items afterwards.
 */
export async function droppedFiles(items: Iterable<DroppedItem>): Promise<Picked> {
  // What lies on no disk, such as a picture dragged out of a page, is a file and has no entry.
  const found = [...items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile()).filter((thing) => thing !== null);
  const unreadable: string[] = [];
  const files: PickedFile[] = [];
  for (const thing of found) {
    if (thing instanceof File) files.push({ file: thing, name: thing.name });
    else await collect(thing, files, unreadable);
  }
  return withoutSystemFiles(files, unreadable);
}

async function collect(entry: Entry, files: PickedFile[], unreadable: string[]): Promise<void> {
  try {
    if (isFile(entry)) files.push({ file: await fileOf(entry), name: entry.fullPath.replace(/^\//, "") });
    if (isFolder(entry)) for (const child of await childrenOf(entry)) await collect(child, files, unreadable);
  } catch {
    unreadable.push(entry.name);
  }
}

const isFile = (entry: Entry): entry is FileEntry => entry.isFile;
const isFolder = (entry: Entry): entry is FolderEntry => !entry.isFile;

function fileOf(entry: FileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder is read in portions (Chromium: a hundred); the empty one is the end. */
async function childrenOf(folder: FolderEntry): Promise<Entry[]> {
  const reader = folder.createReader();
  const children: Entry[] = [];
  for (;;) {
    const portion = await new Promise<Entry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}

function withoutSystemFiles(files: PickedFile[], unreadable: string[]): Picked {
  const wanted = files.filter(({ name }) => !name.split("/").some(isSystemName));
  return { files: wanted, leftOut: files.length - wanted.length, unreadable };
}

function isSystemName(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$") || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(name);
}
