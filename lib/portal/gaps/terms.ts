/** Words that say nothing of what a question is about. */
const STOP = new Set(
  ("a about all also am an and any are as at be been but by can could did do does for from get give had has have how i if in into is it its long many me more much my of on one or our out " +
    "please shall should so some such tell than that the their them there these they this to us was we were what when where which who whom whose why will with would you your").split(" "),
);
const MOST_TERMS = 40;

/** What a question is about, for comparing it with others: its words without endings and without those that say nothing; languages without spaces as pairs of characters. */
export function termsOf(question: string): string[] {
  const words = question.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const meaning = words.filter((word) => !STOP.has(word));
  const terms = (meaning.length === 0 ? words : meaning).flatMap((word) => (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word) ? pairs(word) : [stem(word)]));
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** How much two questions are about the same: twice the shared terms by all terms (Dice), 0–1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one);
  const shared = other.filter((term) => known.has(term)).length;
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

/** A word without the ending that changes with its place in the sentence: enough to find “policies” with “policy”. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  return word
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1")
    .replace(/(.{3,})(ing|ed)$/, "$1")
    .replace(/(.{3,})e$/, "$1");
}

function pairs(word: string): string[] {
  const characters = [...word];
  return characters.length < 2 ? characters : characters.slice(1).map((character, before) => `${characters[before] ?? ""}${character}`);
}
