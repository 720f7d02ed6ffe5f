const DAY_MS = 86_400_000;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/** Day 0 of the two calendars that workbooks count from. Excel's 1900 has a 29 February, so its days before March are one off. */
const DAY_0 = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const LAST_DAY = 2_958_466;

/** Which parts of a moment a number format shows. */
export interface DateParts {
  year: boolean;
  month: boolean;
  day: boolean;
  time: boolean;
  seconds: boolean;
  /** Hours are not taken modulo 24: a duration. */
  elapsed: boolean;
}

/** What a number format shows of a date, or undefined if it formats plain numbers. `code` is one section of it, without its literals. */
export function datePartsIn(code: string): DateParts | undefined {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const bare = code.replace(/\[[^\]]*\]|am\/pm|a\/p/gi, "").toLowerCase();
  if (/general/.test(bare) || (!elapsed && !/[ymdhs]/.test(bare))) return undefined;
  const time = elapsed || /[hs]/.test(bare);
  // Beside hours or seconds an `m` is minutes.
  const month = /m{3,}/.test(bare) || /m/.test(bare.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, ""));
  return { year: /y|e/.test(bare), month: month && !elapsed, day: /d/.test(bare), time, seconds: /s/.test(bare) || /\[s/i.test(code), elapsed };
}

/** A serial day number as "2024-03-05", "2024-03-05 14:30", "March 2024", "14:30" or "36:15"; undefined for what is no date. */
export function formatDate(serial: number, parts: DateParts, from1904: boolean): string | undefined {
  if (parts.elapsed) return formatDuration(serial, parts.seconds);
  if (serial < 0 || serial >= LAST_DAY) return undefined;
  const seconds = Math.round(serial * 86_400);
  const shifted = !from1904 && seconds < 60 * 86_400 && seconds >= 86_400 ? DAY_MS : 0;
  const moment = new Date((from1904 ? DAY_0.from1904 : DAY_0.from1900) + seconds * 1_000 + shifted);
  const [date = "", clock = ""] = moment.toISOString().split("T");
  const time = parts.time ? clock.slice(0, parts.seconds ? 8 : 5) : "";
  return [dateText(moment, date, parts), time].filter((text) => text !== "").join(" ");
}

function dateText(moment: Date, date: string, { year, month, day, time }: DateParts): string {
  const name = MONTHS[moment.getUTCMonth()] ?? "";
  if (day && month && !year) return `${moment.getUTCDate()} ${name}`;
  if (day || (time && year)) return date;
  if (month) return year ? `${name} ${moment.getUTCFullYear()}` : name;
  return year ? String(moment.getUTCFullYear()) : "";
}

function formatDuration(serial: number, withSeconds: boolean): string {
  const seconds = Math.round(Math.abs(serial) * 86_400);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(seconds / 3_600), two(Math.floor(seconds / 60) % 60), ...(withSeconds ? [two(seconds % 60)] : [])].join(":");
  return serial < 0 ? `-${clock}` : clock;
}
