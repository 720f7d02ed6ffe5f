/** Below this length a word is left as it is. */
const SHORTEST = 4;

/**
 * The stem of an English word, lightly: plurals, past and progressive forms and a few endings that make nouns and
 * adverbs. It joins more than it ought to rarely, and leaves irregular forms alone; both sides of a comparison go
 * through it, so that the stem need not be a word.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return word;
  return withoutFinalVowel(withoutEnding(withoutForm(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^aiousy]s$|[^s]es$|[^aeiou]ys$|[aeo]ys$|[aio]s$/.test(word) && !/(?:us|is|ss)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutForm(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const bare = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1];
  if (bare === undefined || bare.length < 3) return word;
  return /([^aeiouylsz])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}

function withoutEnding(word: string): string {
  const bare = /^(.{3,}?)(?:ations?|ement|ments?|ness|ly|ally|able|ible)$/.exec(word)?.[1];
  return bare !== undefined && /[aeiouy]/.test(bare) ? bare : word;
}

function withoutFinalVowel(word: string): string {
  if (word.length > 3 && word.endsWith("e")) return word.slice(0, -1);
  return word.length > 3 && /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}
