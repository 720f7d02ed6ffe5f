/** The formats that have a reader. A new one is a line in {@link FORMATS}, a reader beside the others and its line in `read-document.ts`. */
export type Format = "pdf" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" | "rtf" | "png" | "jpeg" | "tiff" | "webp" | "html" | "markdown" | "text" | "csv" | "json" | "email";

/** What the door needs to know about a format. */
export interface FormatFacts {
  /** The media type that is stored and sent with the original. */
  contentType: string;
  /** Endings of file names, lower case, without the dot. */
  endings: readonly string[];
  /** With its article, for sentences: "a PDF". */
  title: string;
  /** Binary formats are told by their first bytes, text formats by the name's ending. */
  binary: boolean;
}

/** Every format that can be read. */
export const FORMATS: Readonly<Record<Format, FormatFacts>> = {
  pdf: { contentType: "application/pdf", endings: ["pdf"], title: "a PDF", binary: true },
  docx: {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx", "docm", "dotx"],
    title: "a Word document",
    binary: true,
  },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx", "xlsm", "xltx", "xltm"],
    title: "an Excel workbook",
    binary: true,
  },
  pptx: {
    contentType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    endings: ["pptx", "pptm", "ppsx", "potx"],
    title: "a PowerPoint presentation",
    binary: true,
  },
  odt: { contentType: "application/vnd.oasis.opendocument.text", endings: ["odt", "ott"], title: "an OpenDocument text", binary: true },
  ods: { contentType: "application/vnd.oasis.opendocument.spreadsheet", endings: ["ods", "ots"], title: "an OpenDocument spreadsheet", binary: true },
  odp: { contentType: "application/vnd.oasis.opendocument.presentation", endings: ["odp", "otp"], title: "an OpenDocument presentation", binary: true },
  rtf: { contentType: "application/rtf", endings: ["rtf"], title: "an RTF file", binary: true },
  png: { contentType: "image/png", endings: ["png"], title: "a PNG picture", binary: true },
  jpeg: { contentType: "image/jpeg", endings: ["jpg", "jpeg", "jpe"], title: "a JPEG picture", binary: true },
  tiff: { contentType: "image/tiff", endings: ["tif", "tiff"], title: "a TIFF picture", binary: true },
  webp: { contentType: "image/webp", endings: ["webp"], title: "a WebP picture", binary: true },
  html: { contentType: "text/html", endings: ["html", "htm", "xhtml"], title: "a web page", binary: false },
  markdown: { contentType: "text/markdown", endings: ["md", "markdown", "mdx", "mdown"], title: "a Markdown file", binary: false },
  csv: { contentType: "text/csv", endings: ["csv", "tsv"], title: "a CSV table", binary: false },
  json: { contentType: "application/json", endings: ["json", "jsonl", "ndjson", "geojson"], title: "a JSON file", binary: false },
  email: { contentType: "message/rfc822", endings: ["eml"], title: "an e-mail", binary: false },
  text: { contentType: "text/plain", endings: ["txt", "text", "log"], title: "a text file", binary: false },
};

/** The formats' names in the order of {@link FORMATS}. */
export const FORMAT_NAMES: readonly Format[] = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "png", "jpeg", "tiff", "webp", "html", "markdown", "csv", "json", "email", "text"];

/** The ending of a file name, lower case, without the dot; empty when there is none. */
export function endingOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** The format that a file's name claims, or undefined when its ending says nothing we read. */
export function claimedFormat(fileName: string): Format | undefined {
  const ending = endingOf(fileName);
  return FORMAT_NAMES.find((format) => FORMATS[format].endings.includes(ending));
}
