import { MONTHS } from "@/lib/engine/search/question/months";
import { wordsOf } from "@/lib/platform/words/terms";

/** What kind of thing a question asks for; `anything` where its words do not tell. */
export type ExpectedAnswer = "time" | "number" | "person" | "place" | "anything";

const PATTERNS: readonly (readonly [ExpectedAnswer, RegExp])[] = [
  ["time", /\bwhen\b|\b(?:what|which) (?:year|date|month|day|time|century|decade)\b/],
  ["number", /\bhow (?:many|much|long|old|far|often|large|big|tall|high|fast|soon|deep|wide)\b/],
  ["number", /\b(?:budget|stipend|allowance|limit|maximum|minimum|amount|percent|percentage|number|share|cost|price|fee|rate|population|deadline)\b/],
  ["person", /\bwho(?:m|se)?\b|\b(?:what|which) (?:person|man|woman|leader|president|king|queen|author|scientist|manager|team)\b/],
  ["place", /\bwhere\b|\b(?:what|which) (?:city|country|state|place|region|office|location|continent|river|area)\b/],
];

const NUMBER_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand million billion half third quarter dozen once twice no none unlimited".split(" "),
);
const TIME_WORDS = new Set([
  ...MONTHS,
  ..."monday tuesday wednesday thursday friday saturday sunday century day days week weeks weekly month months monthly quarter quarters quarterly year years yearly annually annual today noon midnight".split(" "),
]);
const YEAR = /^(?:1\d{3}s?|20\d{2}s?)$/;
/** A capitalised word behind the sentence's first word. */
const NAME = /(?<=\S\s+\P{L}{0,2})\p{Lu}[\p{L}\p{N}]+/gu;

/** What is asked for, and all words of the question, folded. */
interface Asked {
  expected: ExpectedAnswer;
  words: ReadonlySet<string>;
}

/** What a question, in English, asks for. */
export function expectedAnswer(question: string): ExpectedAnswer {
  const lower = question.toLowerCase();
  return PATTERNS.find(([, pattern]) => pattern.test(lower))?.[0] ?? "anything";
}

/**
 * Whether a sentence holds what could be the answer: a number where one is asked for, a name where a person is, and
 * not one that the question itself names. `words` are the sentence's, where they are at hand. `undefined` when the question does not tell what to look for.
 */
export function holdsExpected({ expected, words: asked }: Asked, sentence: string, words: readonly string[] = wordsOf(sentence)): boolean | undefined {
  if (expected === "anything") return undefined;
  if (expected === "person" || expected === "place") {
    return (sentence.match(NAME) ?? []).some((name) => !asked.has(name.toLowerCase()));
  }
  const isExpected = expected === "time" ? isTime : isNumber;
  return words.some((word) => isExpected(word) && !asked.has(word));
}

function isTime(word: string): boolean {
  return TIME_WORDS.has(word) || YEAR.test(word);
}

function isNumber(word: string): boolean {
  return NUMBER_WORDS.has(word) || /\d/.test(word);
}
