import { DocumentError, malformed, noText, tooManyPages } from "@/lib/engine/ingest/document-error";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { readCsv } from "@/lib/engine/ingest/read/csv/read-csv";
import { readDocx } from "@/lib/engine/ingest/read/docx/read-docx";
import { emailReader } from "@/lib/engine/ingest/read/email/read-email";
import type { Format } from "@/lib/engine/ingest/read/formats";
import { readHtml } from "@/lib/engine/ingest/read/html/read-html";
import { readJson } from "@/lib/engine/ingest/read/json/read-json";
import { MOST_PAGES } from "@/lib/engine/ingest/read/limits";
import { readMarkdown } from "@/lib/engine/ingest/read/markdown/read-markdown";
import { readImage } from "@/lib/engine/ingest/read/ocr/read-image";
import { readOdp } from "@/lib/engine/ingest/read/odf/read-odp";
import { readOds } from "@/lib/engine/ingest/read/odf/read-ods";
import { readOdt } from "@/lib/engine/ingest/read/odf/read-odt";
import { readPdf } from "@/lib/engine/ingest/read/pdf/read-pdf";
import { readPptx } from "@/lib/engine/ingest/read/pptx/read-pptx";
import type { Reader } from "@/lib/engine/ingest/read/reader";
import { readRtf } from "@/lib/engine/ingest/read/rtf/read-rtf";
import { readText } from "@/lib/engine/ingest/read/text/read-text";
import { readXlsx } from "@/lib/engine/ingest/read/xlsx/read-xlsx";

const READERS: Readonly<Record<Format, Reader>> = {
  pdf: readPdf,
  docx: readDocx,
  xlsx: readXlsx,
  pptx: readPptx,
  odt: readOdt,
  ods: readOds,
  odp: readOdp,
  rtf: readRtf,
  png: readImage,
  jpeg: readImage,
  tiff: readImage,
  webp: readImage,
  html: readHtml,
  markdown: readMarkdown,
  text: readText,
  csv: readCsv,
  json: readJson,
  email: emailReader((bytes, format) => READERS[format](bytes)),
};

/**
 * Reads a document page by page. It runs in the reader child (see `read-apart.ts`), never in the web or worker process.
 *
 * @throws DocumentError `malformed`, `encrypted`, `content_mismatch`, `too_large` (pages or unpacked size) or `no_text`
 */
export async function* readDocument(bytes: Buffer, format: Format): AsyncGenerator<ParsedPage> {
  let empty = true;
  try {
    for await (const page of READERS[format](bytes)) {
      if (page.page > MOST_PAGES) throw tooManyPages();
      empty &&= page.blocks.length === 0;
      yield page;
    }
  } catch (thrown) {
    throw thrown instanceof DocumentError ? thrown : malformed(thrown);
  }
  if (empty) throw noText();
}
