import { DocumentError } from "@/lib/engine/ingest/document-error";
import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { openOffice } from "@/lib/engine/ingest/read/office/open-office";
import { relatedPart, relationshipsOf } from "@/lib/engine/ingest/read/office/relationships";
import { readXml } from "@/lib/engine/ingest/read/xml/read-xml";
import { childOf, childrenOf, prefixedAttributeOf } from "@/lib/engine/ingest/read/xml/xml-element";
import type { OpenZip } from "@/lib/engine/ingest/read/zip/open-zip";

/** A sheet that Excel shows, in the order of its tabs. */
export interface SheetPart {
  name: string;
  /** The part's name in the ZIP file. */
  part: string;
}

/** What a workbook says about itself. */
export interface Workbook {
  zip: OpenZip;
  sheets: SheetPart[];
  /** Dates count from 1904 instead of 1900. */
  from1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
}

/** Opens an Excel file. Hidden sheets are left out, as hidden text is elsewhere. Throws DocumentError as `openOffice` does. */
export function openWorkbook(bytes: Buffer): Workbook {
  const { zip, main } = openOffice(bytes, "xl/workbook.xml", "an Excel workbook");
  if (main.endsWith(".bin")) throw new DocumentError("unsupported_type", "Binary Excel workbooks (XLSB) cannot be read. Save the workbook as XLSX and upload that.");
  const root = readXml(zip.read(main));
  const parts = new Map(relationshipsOf(zip, main).map(({ id, part }) => [id, part]));
  const sheets = childrenOf(childOf(root, "sheets"), "sheet").flatMap((sheet) => {
    const part = parts.get(prefixedAttributeOf(sheet, "id") ?? "");
    return part === undefined || /hidden/i.test(sheet.attributes["state"] ?? "") ? [] : [{ name: foldSpaces(sheet.attributes["name"] ?? ""), part }];
  });
  return {
    zip,
    sheets,
    from1904: isOn(childOf(root, "workbookPr")?.attributes["date1904"]),
    sharedStrings: relatedPart(zip, main, "sharedStrings"),
    styles: relatedPart(zip, main, "styles"),
  };
}

/** A switch of the format: absent is off, `1` and `true` are on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
