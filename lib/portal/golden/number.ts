/** A number as written: its value in canonical decimal digits, and its currency or percent sign. */
export interface WrittenNumber {
  /** No leading or trailing zeros, no groups: `-1500.5`. */
  value: string;
  /** One of `$ € £ ¥ %`, or empty. */
  unit: string;
}

const GROUP = "[,.'’\\u00a0\\u202f]";
const DIGITS = `\\d+(?:${GROUP}\\d+)*`;
// A minus counts only where it is no hyphen; digits glued to a letter are part of a name (B2, v1.4).
const NUMBER = new RegExp(`(?<![\\p{L}\\d])([-−](?=[$€£¥\\d]))?([$€£¥]?)\\s?(?<![\\p{L}\\d][.,]?)(${DIGITS})(?![\\p{L}\\d])\\s?([%€]?)`, "gu");

/** The number that a whole text is; undefined when it is anything else. */
export function toNumber(text: string): WrittenNumber | undefined {
  const trimmed = text.trim();
  const [match] = trimmed.matchAll(NUMBER);
  return match !== undefined && match[0].trim() === trimmed ? read(match) : undefined;
}

/** Every number in a text. */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)].map(read).filter((number) => number !== undefined);
}

/** A text with every number in one form, set apart from the words, so that `1,500 a month` and `1500.00 a month` read the same. */
export function withPlainNumbers(text: string): string {
  return text.replace(NUMBER, (...found: unknown[]) => {
    const [match, ...groups] = found.map((part) => (typeof part === "string" ? part : undefined));
    const written = match ?? "";
    const value = canonical(groups[2] ?? "");
    if (value === undefined) return written;
    const gap = groups[3] ? "" : (/\s$/.exec(written)?.[0] ?? "");
    return `${groups[0] ?? ""}${groups[1] ?? ""}⟦${value}⟧${groups[3] ?? ""}${gap}`;
  });
}

function read([, minus, before, digits = "", after]: RegExpExecArray): WrittenNumber | undefined {
  const value = canonical(digits);
  if (value === undefined) return undefined;
  return { value: minus === undefined || value === "0" ? value : `-${value}`, unit: before || after || "" };
}

/** Digits with groups and a decimal point or comma, as canonical decimal digits; undefined when they are no number (`3.4.1`). */
function canonical(digits: string): string | undefined {
  const text = digits.replace(/['’\u00a0\u202f](?=\d{3}(?!\d))/g, "");
  const [whole, fraction] = split(text);
  if (whole === undefined || !/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  const head = whole.replace(/^0+(?=\d)/, "");
  const tail = fraction.replace(/0+$/, "");
  return tail === "" ? head : `${head}.${tail}`;
}

/** The whole part without groups, and the fraction. With both signs the last one is the decimal; a lone comma before three digits groups. */
function split(text: string): [string | undefined, string] {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return parts(text.replaceAll(",", ""), ".");
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return parts(text.replaceAll(".", ""), ",");
  return parts(text, text.includes(",") ? "," : ".");
}

function parts(text: string, decimal: string): [string | undefined, string] {
  const [whole, fraction = "", ...more] = text.split(decimal);
  return more.length === 0 ? [whole, fraction] : [undefined, ""];
}
