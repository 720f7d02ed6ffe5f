/** A stretch of a text, in UTF-16 units; `end` is behind the last one. */
export interface Place {
  start: number;
  end: number;
}

/** Before or behind a number or a day these make a range or a bound: what lies within is meant as well. */
const OPENED = /(?<!\p{L})(?:from|to|through|until|till|above|below|over|under|since|[-–])\s*(?:the\s+)?$/u;
const GOES_ON = /^\w*,?\s*(?:[-–+]|(?:to|through|until|till|on|onwards|(?:and|or)\s+(?:above|below|over|up|more|higher|lower|later|newer|older|greater|longer|\d))(?!\p{L}))/u;
const BEHIND_LETTER = /\p{L}$/u;
const GAP = /^s?\s+/u;

/** Where a word stands in a text, also as a part of others. */
export function placesOf(word: string, text: string): Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + word.length)) places.push({ start, end: start + word.length });
  return places;
}

/** Where a thing stands with its number behind it: "section 4.2", "sections 4.2". */
export function placesWithNumber(thing: string, number: string, text: string): Place[] {
  return placesOf(thing, text).flatMap(({ start, end }) => {
    const at = end + (GAP.exec(text.slice(end))?.[0].length ?? 0);
    return at > end && text.startsWith(number, at) ? [{ start, end: at + number.length }] : [];
  });
}

/** Whether one of the places begins or ends a range in a text, or is a bound. The text is folded. */
export function isInRange(places: readonly Place[], text: string): boolean {
  return places.some(({ start, end }) => {
    const before = text.slice(0, start);
    return OPENED.test(before) || (!BEHIND_LETTER.test(before) && GOES_ON.test(text.slice(end)));
  });
}
