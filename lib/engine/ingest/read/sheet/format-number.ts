import { datePartsIn, formatDate } from "@/lib/engine/ingest/read/sheet/format-date";

/** A cell's number as a reader sees it, and whether it is a date. */
export interface FormattedNumber {
  text: string;
  date: boolean;
}

/** More digits than a double holds would be noise. */
const DIGITS = 15;
const MOST_DECIMALS = 10;

/**
 * Shows a number by its Excel format code (ECMA-376 part 1, 18.8.31), in English and with dates in ISO form: "12.5%",
 * "$1,200.00", "(42)", "2024-03-05". What the code says about colours, widths and fractions is left out.
 */
export function formatNumber(value: number, code: string, from1904 = false): FormattedNumber {
  const sections = sectionsOf(code);
  const negative = value < 0 && sections.length > 1 && sections[1] !== "";
  const section = (negative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? "General";
  const bare = withoutLiterals(section);
  const parts = datePartsIn(bare);
  const date = parts === undefined ? undefined : formatDate(value, parts, from1904);
  if (date !== undefined && date !== "") return { text: date, date: true };
  if (parts !== undefined || !/[0#?]/.test(bare) || /e[+-]|\?\s*\/|#\s*\//i.test(bare)) return { text: general(value), date: false };
  return { text: numeric(negative ? -value : value, section, bare), date: false };
}

/** A number without a format: all its digits, none that only binary arithmetic made. */
export function general(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

function numeric(value: number, section: string, bare: string): string {
  const percent = bare.includes("%");
  const scaled = (percent ? value * 100 : value) / 1_000 ** thousandsCut(bare);
  const [, fraction = ""] = bare.replace(/[^0#?.]/g, "").split(".");
  const options = {
    minimumFractionDigits: Math.min(MOST_DECIMALS, fraction.replace(/[^0]/g, "").length),
    maximumFractionDigits: Math.min(MOST_DECIMALS, fraction.length),
    useGrouping: /[0#?],[0#?]/.test(bare),
    minimumIntegerDigits: Math.min(20, Math.max(1, (/^[^.]*/.exec(bare)?.[0] ?? "").replace(/[^0]/g, "").length)),
  };
  const digits = new Intl.NumberFormat("en", options).format(Number(scaled.toPrecision(DIGITS)));
  const { before, after } = around(section);
  const sign = digits.startsWith("-") ? "-" : "";
  return `${sign}${before}${digits.slice(sign.length)}${percent ? "%" : ""}${after}`;
}

/** Each comma behind the last digit divides by a thousand. */
function thousandsCut(bare: string): number {
  return /[0#?](,+)(?:[^0#?,]*)$/.exec(bare)?.[1]?.length ?? 0;
}

/** What is printed in front of the digits and behind them: signs, currencies, units. */
function around(section: string): { before: string; after: string } {
  const shown = shownLiterals(section);
  const first = shown.search(/[\u0001]/);
  const last = shown.lastIndexOf("\u0001");
  const clean = (text: string) => text.replace(/[\u0001%,]/g, "");
  return { before: clean(shown.slice(0, first)).trimStart(), after: clean(shown.slice(last + 1)).trimEnd() };
}

/** The section with its literals as they are printed and every digit's place as U+0001. */
function shownLiterals(section: string): string {
  return section.replace(/"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[0#?.]/g, (match, quoted: string | undefined, escaped: string | undefined, currency: string | undefined) => {
    if (/^[0#?.]$/.test(match)) return "\u0001";
    return quoted ?? escaped ?? currency ?? "";
  });
}

/** The section without quoted text, escapes, padding, colours and currencies. */
function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
}

/** The sections for positive numbers, negative ones, zero and text; a semicolon in quotation marks parts none. */
function sectionsOf(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;)/g) ?? ["General"];
}
