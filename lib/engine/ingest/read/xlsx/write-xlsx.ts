import { packFiles } from "@/lib/engine/ingest/read/zip/pack-files";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** For tests: a sheet as the XML in its `sheetData`, and what stands behind it. */
export interface WrittenSheet {
  name: string;
  rows: string;
  behind?: string;
  state?: string;
}

/** For tests: a relationships part; each entry is the id, the type's last word and the target. */
export function relations(...entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
}

/** For tests: an Excel file of these sheets; `formats` are number formats that cells name as `s="1"` and on, `s="0"` is plain and the last is bold. */
export function writeXlsx(sheets: readonly WrittenSheet[], { strings = "", formats = [] as readonly string[], workbook = "", more = {} as Record<string, string> } = {}): Buffer {
  const numFmts = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("");
  const xfs = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join("");
  const files: Record<string, string> = {
    "_rels/.rels": relations(["r1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${MAIN}>${workbook}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state === undefined ? "" : ` state="${state}"`}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(...sheets.map((_, index) => [`s${index}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const), ["t", "sharedStrings", "sharedStrings.xml"], ["f", "styles", "/xl/styles.xml"]),
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><numFmts>${numFmts}</numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0"/>${xfs}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach(({ rows, behind = "" }, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  });
  return packFiles({ ...files, ...more });
}

/** For tests: a row of cells, texts inline and numbers as they are; null leaves a cell out. `style` is the style of each of them. */
export function sheetRow(number: number, cells: readonly (string | number | null)[], style = 0): string {
  const written = cells.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${number}" s="${style}"`;
    if (cell === null) return "";
    return typeof cell === "number" ? `<c ${place}><v>${cell}</v></c>` : `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join("")}</row>`;
}
