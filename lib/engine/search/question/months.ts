import { fold } from "@/lib/platform/words/terms";

/** The months in English, folded. */
export const MONTHS = "january february march april may june july august september october november december".split(" ");

/** These are other words too. */
export const AMBIGUOUS_MONTHS = ["march", "may"];

/** Each month in full and short, by its first three letters. */
const WRITTEN = new Map(MONTHS.map((month) => [month.slice(0, 3), month === "september" ? "sept?(?:ember)?" : `${month.slice(0, 3)}(?:${month.slice(3)})?`]));
const MONTH = [...WRITTEN.values()].join("|");
const MONTH_ALONE = new Map([...WRITTEN].map(([month, written]) => [month, new RegExp(`(?<!\\p{L})(?:${written})(?!\\p{L})`, "u")]));
/** Some months' names are other words too, unless one of these or a number stands beside them. */
const NAMED = new RegExp(`(?<!\\p{L})(?:(?:in|on|of|during|early|late|mid)[ -](?:early |late |mid-?|the end of )?(${MONTH})|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (${MONTH})|(${MONTH})\\.? \\d{1,4})(?!\\p{L})`, "gu");
const CLEAR = new RegExp(`(?<!\\p{L})(?:${MONTHS.filter((month) => !AMBIGUOUS_MONTHS.includes(month)).join("|")})(?!\\p{L})`, "gu");

/** Only what has happened has its month: what holds or is planned goes on. */
const HAPPENED = /\b(?:was|were|did|had|took|\p{L}{2,}ed)\b/u;
/** Behind or before a month these make a stretch of time, or say when the text was written. */
const STRETCH = /(?<!\p{L})(?:from|since|until|till|through|by|before|after|as of|effective|starting|valid|onwards?|updated|version|published|approved|between)(?!\p{L})/u;
/** A passage with these may speak of a month without its name. */
const UNNAMED = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?<!\p{L})(?:q[1-4]|h[12]|quarter(?:s|ly)?|month(?:s|ly)?|seasons?|spring|summer|autumn|winter|annual(?:ly)?)(?!\p{L})/u;

/** The months, by their first three letters, in which a question in English sets what has happened: "in March", "12 April", "late May". */
export function monthsAsked(question: string): string[] {
  const text = fold(question);
  return HAPPENED.test(text) ? [...new Set([...text.matchAll(NAMED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? "").slice(0, 3)))] : [];
}

/** Whether a sentence sets something in another month than is asked about, in a passage that names none of those. Both folded. */
export function hasOtherMonth(asked: readonly string[], sentence: string, passage: string): boolean {
  if (asked.length === 0 || STRETCH.test(sentence) || UNNAMED.test(passage)) return false;
  if (sentence.search(NAMED) === -1 && sentence.search(CLEAR) === -1) return false;
  return !asked.some((month) => MONTH_ALONE.get(month)?.test(passage));
}
