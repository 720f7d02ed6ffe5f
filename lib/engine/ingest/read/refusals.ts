import { READABLE_FORMATS } from "@/lib/engine/contract";
import type { Signature } from "@/lib/engine/ingest/read/signatures";

const ARCHIVE = "Archives are not opened. Unpack this one and upload the files in it.";
const PICTURE = "Pictures of this kind cannot be read. Save it as PNG or JPEG and upload that.";
const RECORDING = "Sound and video cannot be read. Upload a transcript of it as text.";
const OTHER = `Files of this type cannot be read. Save it as ${READABLE_FORMATS} and upload that.`;

/** What a file that has no reader is refused with, by what its first bytes say. */
export const REFUSED_SIGNATURES: Readonly<Partial<Record<Signature, string>>> = {
  zip: ARCHIVE,
  archive: ARCHIVE,
  epub: "E-books cannot be read. Save this one as PDF and upload that.",
  iwork: "Pages, Numbers and Keynote files cannot be read. Export this one as PDF, DOCX, XLSX or PPTX and upload that.",
  ole: "Office files from before 2007 cannot be read. Save this one as DOCX, XLSX, PPTX or PDF and upload that.",
  picture: PICTURE,
  recording: RECORDING,
};

/** What any other file that has no reader is refused with. */
export const REFUSED_OTHERWISE = OTHER;

/** An ending that we do not read: what its content must be for the name to be true, and what it is refused with. */
export interface RefusedEnding {
  signatures: readonly Signature[];
  /** With its article, for the sentence about a name that claims something else. */
  title: string;
  sentence: string;
}

const archive: RefusedEnding = { signatures: ["zip", "archive"], title: "an archive", sentence: ARCHIVE };
const picture: RefusedEnding = { signatures: ["picture", "unknown-binary"], title: "a picture", sentence: PICTURE };
const recording: RefusedEnding = { signatures: ["recording", "unknown-binary"], title: "a recording", sentence: RECORDING };
const text = (title: string, sentence: string): RefusedEnding => ({ signatures: ["text"], title, sentence });
const old = (title: string, sentence: string): RefusedEnding => ({ signatures: ["ole"], title, sentence });

/** Endings of files that we do not read although we know them. */
export const REFUSED_ENDINGS: Readonly<Partial<Record<string, RefusedEnding>>> = {
  doc: old("a Word document from before 2007", "Word documents from before 2007 (DOC) cannot be read. Open this one in Word, save it as DOCX and upload that."),
  dot: old("a Word template from before 2007", "Word templates from before 2007 (DOT) cannot be read. Open this one in Word, save it as DOCX and upload that."),
  xls: old("an Excel workbook from before 2007", "Excel workbooks from before 2007 (XLS) cannot be read. Open this one in Excel, save it as XLSX and upload that."),
  ppt: old("a PowerPoint presentation from before 2007", "PowerPoint presentations from before 2007 (PPT) cannot be read. Open this one in PowerPoint, save it as PPTX and upload that."),
  pps: old("a PowerPoint presentation from before 2007", "PowerPoint presentations from before 2007 (PPS) cannot be read. Open this one in PowerPoint, save it as PPTX and upload that."),
  msg: old("an Outlook message", "Outlook messages (MSG) cannot be read. Save the message as EML or PDF and upload that."),
  xlsb: { signatures: ["xlsx", "ole"], title: "an Excel workbook", sentence: "Binary Excel workbooks (XLSB) cannot be read. Save this one as XLSX and upload that." },
  zip: archive,
  gz: archive,
  tgz: archive,
  tar: archive,
  "7z": archive,
  rar: archive,
  bz2: archive,
  xz: archive,
  zst: archive,
  epub: { signatures: ["epub", "zip"], title: "an e-book", sentence: "E-books cannot be read. Save this one as PDF and upload that." },
  gif: picture,
  bmp: picture,
  heic: picture,
  avif: picture,
  psd: picture,
  mp3: recording,
  wav: recording,
  mp4: recording,
  mov: recording,
  m4a: recording,
  mht: text("a web archive", "Web archives cannot be read. Save the page as HTML or PDF and upload that."),
  mhtml: text("a web archive", "Web archives cannot be read. Save the page as HTML or PDF and upload that."),
  svg: text("a drawing", "Drawings (SVG) cannot be read. Save this one as PDF or PNG and upload that."),
};
