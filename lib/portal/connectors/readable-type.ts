import "server-only";

/** The types of files that the engine reads, with the ending it knows them by. */
const ENDINGS: ReadonlyMap<string, string> = new Map(Object.entries({
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/pdf": "pdf",
  "text/markdown": "md",
  "text/plain": "txt",
  "text/csv": "csv",
  "application/json": "json",
  "application/rtf": "rtf",
  "text/rtf": "rtf",
  "message/rfc822": "eml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
}));

/** Other endings that name a type which is read. */
const KNOWN = /\.(html?|xhtml|pdf|md|markdown|mdx|txt|text|csv|tsv|json|jsonl|rtf|eml|docx|docm|xlsx|xlsm|pptx|odt|ods|odp)$/i;
const PICTURES = /\.(png|jpe?g|tiff?|webp)$/i;
/** Servers say these when they do not know. */
const UNSAID = ["", "application/octet-stream", "binary/octet-stream"];

/** The ending that a file's name needs: empty when its path has a fitting one, null when the file is of no type that is read. */
export function endingFor(contentType: string | undefined, path: string): string | null {
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (UNSAID.includes(type)) return hasReadableEnding(path) ? "" : null;
  const ending = ENDINGS.get(type);
  if (ending === undefined) return null;
  // A page may be made by guide.php; text may be Markdown.
  if (ending === "html") return /\.x?html?$/i.test(path) ? "" : "html";
  return hasReadableEnding(path) && !/\.x?html?$/i.test(path) ? "" : ending;
}

/** Whether a name's ending says that it can be read. Pictures count where files lie by themselves, in a bucket. */
export function hasReadableEnding(path: string, withPictures = false): boolean {
  return KNOWN.test(path) || (withPictures && PICTURES.test(path));
}
