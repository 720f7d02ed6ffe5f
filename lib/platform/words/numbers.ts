const ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
/** The English ordinals up to the tenth, in order. */
export const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const VALUES = new Map<string, number>([...ONES.map((word, value) => [word, value] as const), ...TENS.map((word, index) => [word, (index + 2) * 10] as const)]);
const SCALES = new Map<string, number>([["hundred", 100], ["thousand", 1e3], ["million", 1e6], ["billion", 1e9]]);
const DIGITS = /^(\d+(?:,\d{3})*(?:\.\d+)?)(st|nd|rd|th)?$/;

/** The value of a folded English word for a number below a hundred that is one word; `undefined` for another word. */
export function valueOfWord(word: string): number | undefined {
  return VALUES.get(word);
}

/** A number that was read from words. */
export interface ReadNumber {
  value: number;
  /** "34th", "twenty-fourth": one of a row, and no amount. */
  isOrdinal: boolean;
  /** How many of the words it takes. */
  length: number;
}

/**
 * Reads a number, in English, from the beginning of folded words: `14.6 million`, `2,500`, `thirty four`, `34th`, `two hundred`. Ordinals that are one
 * word are words like others here. `undefined` where there is none.
 */
export function readNumber(words: readonly string[]): ReadNumber | undefined {
  const [first = "", second = ""] = words;
  const digits = DIGITS.exec(first);
  const base = digits === null ? VALUES.get(first) : Number((digits[1] ?? "").replaceAll(",", ""));
  if (base === undefined) return undefined;
  if (digits?.[2] !== undefined) return { value: base, isOrdinal: true, length: 1 };
  if (TENS.includes(first)) {
    const place = ORDINALS.indexOf(second) + 1;
    if (place > 0 && place < 10) return { value: base + place, isOrdinal: true, length: 2 };
    const unit = VALUES.get(second) ?? 0;
    if (unit > 0 && unit < 10) return scaled(base + unit, words, 2);
  }
  return scaled(base, words, 1);
}

function scaled(value: number, words: readonly string[], length: number): ReadNumber {
  const scale = SCALES.get(words[length] ?? "");
  return scale === undefined ? { value, isOrdinal: false, length } : { value: value * scale, isOrdinal: false, length: length + 1 };
}
