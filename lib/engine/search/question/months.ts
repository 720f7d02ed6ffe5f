import { fold } from "@/lib/platform/words/terms";

const MONTHS = "january february march april may june july august september october november december".split(" ");
/** Each month in full and by its first letters, by the first three. */
const WRITTEN = new Map(MONTHS.map((month) => [month.slice(0, 3), month === "september" ? "sept?(?:ember)?" : `${month.slice(0, 3)}(?:${month.slice(3)})?`]));
const MONTH = [...WRITTEN.values()].join("|");
/** "May", "march" and the short names are other words too, without one of these before them or a number beside them. */
const NAMED = new RegExp(`(?<!\\p{L})(?:(?:in|on|of|during|for|by|early|late|mid)[\\s-]+(?:the\\s+)?(?:early|late|mid|end of)?[\\s-]*(${MONTH})|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})|(${MONTH})\\.?\\s+\\d{1,4})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])`, "gu");
/** Any month's name that is no other word. */
const CLEAR = /(?<!\p{L})(?:january|february|april|june|july|august|september|october|november|december)(?!\p{L})/gu;
/** A text with these may speak of a month without its name. */
const WITHOUT_NAME = new RegExp(
  `(?<!\\p{L})(?:${MONTH})\\.?\\s*(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s*)?(?:\\d{4}\\s*)?(?:[-–]|to|through|until|till|and|or|onwards?)\\s*(?:\\d{1,2}\\s+)?(?:the\\s+)?(?:${MONTH}|on)(?!\\p{L})|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|(?<!\\p{L})(?:q[1-4]|h[12]|quarter(?:s|ly)?|month(?:s|ly)?|season\\w*|spring|summer|autumn|winter|all year|year-round|annual(?:ly)?)(?!\\p{L})`,
  "u",
);

/** The months, by their first three letters, that a question in English gives: "in March", "12 April", "late May". */
export function monthsAsked(question: string): string[] {
  return monthsIn(fold(question), false);
}

/** Whether a sentence speaks of another month than those that are asked about, in a passage that names none of them and no stretch of time in which they may lie. */
export function hasOtherMonth(asked: readonly string[], sentence: string, passage: string): boolean {
  if (asked.length === 0) return false;
  const text = fold(passage);
  return monthsIn(fold(sentence), true).length > 0 && !WITHOUT_NAME.test(text) && !asked.some((month) => new RegExp(`(?<!\\p{L})(?:${WRITTEN.get(month)})(?!\\p{L})`, "u").test(text));
}

function monthsIn(text: string, clear: boolean): string[] {
  const named = [...text.matchAll(NAMED)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return [...new Set([...named, ...(clear ? (text.match(CLEAR) ?? []) : [])].map((month) => month.slice(0, 3)))];
}
