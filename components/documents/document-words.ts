import { formatBytes, formatCount } from "@/components/ui/format";
import type { DocumentStatus, EngineDocument } from "@/lib/engine/contract";

/** What a status is called on the page. */
export const STATUS_WORDS: Record<DocumentStatus, string> = {
  queued: "Queued",
  scanning: "Scanning",
  extracting: "Extracting",
  indexing: "Indexing",
  ready: "Ready",
  failed: "Failed",
};

const TYPES: Readonly<Partial<Record<string, string>>> = {
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "text/html": "Web page",
  "text/markdown": "Markdown",
  "text/csv": "CSV",
  "text/plain": "Text",
  "message/rfc822": "E-mail",
};

/** What a person calls the type of a document; for types without a word it is the name's ending. */
export function typeWord({ contentType, name }: Pick<EngineDocument, "contentType" | "name">): string {
  return TYPES[contentType] ?? /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toUpperCase() ?? "File";
}

/** Where a document on its way stands: "page 120", "chunk 64 of 300"; empty where there is nothing to count. */
export function progressWords({ progress: { stage, done, total } }: EngineDocument): string {
  if (done === 0 && total === 0) return "";
  if (stage === "extracting") return total > 0 ? `page ${formatCount(done)} of ${formatCount(total)}` : `page ${formatCount(done)}`;
  if (stage === "indexing") return `chunk ${formatCount(done)} of ${formatCount(total)}`;
  return "";
}

/** How many pages a document has; empty while nobody knows. */
export function pageWords({ pageCount }: EngineDocument): string {
  if (pageCount === 0) return "";
  return pageCount === 1 ? "1 page" : `${formatCount(pageCount)} pages`;
}

/** The facts of a document in one line, for screens without room for columns. */
export function factsLine(document: EngineDocument): string {
  const version = document.version === 1 ? "" : `version ${document.version}`;
  return [typeWord(document), formatBytes(document.bytes), pageWords(document), version].filter(Boolean).join(" · ");
}

/** A shown name as its file and the folders it lies in. */
export function nameParts(name: string): { folders: string; file: string } {
  const slash = name.lastIndexOf("/");
  return { folders: name.slice(0, Math.max(slash, 0)).split("/").filter(Boolean).join(" / "), file: name.slice(slash + 1) };
}
