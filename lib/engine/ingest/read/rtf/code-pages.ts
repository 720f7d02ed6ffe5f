/** The encodings of Windows code pages by their number. */
const CODE_PAGES: Readonly<Record<number, string>> = { 437: "windows-1252", 850: "windows-1252", 866: "ibm866", 874: "windows-874", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8" };

/** The code pages of fonts' character sets (RTF 1.9.1, font table). */
const CHARACTER_SETS: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

/** The encoding of `\ansicpg`. */
export function encodingOfCodePage(page: number): string {
  return CODE_PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : "windows-1252");
}

/** The encoding of a font's `\fcharset`, or undefined when it is the document's own. */
export function encodingOfCharacterSet(set: number): string | undefined {
  return CHARACTER_SETS[set];
}
