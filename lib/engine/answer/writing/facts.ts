import { valueOfWord } from "@/lib/platform/words/numbers";
import { fold } from "@/lib/platform/words/terms";

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/%|\bper ?cent\b/u, "%"],
  [/\$|\busd\b|\bdollars?\b/u, "$"],
  [/€|\beur\b|\beuros?\b/u, "€"],
  [/£|\bgbp\b|\bpounds?\b/u, "£"],
];
/** Something like an address: a URL, a mail address, a host, a file's name. */
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[^\s)\]]+|[^\s@()[\]]+@[^\s@()[\]]+|(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/[^\s)\]]*)?/gu;
/** Capitalised words behind the first. */
const NAME = /(?<=\S\s+\P{L}{0,2})\p{Lu}[\p{L}\p{N}-]*/gu;

/** What must stand in a sentence's support to the letter, whatever else is paraphrased. */
export interface Facts {
  /** Without thousands' commas; words for small numbers as digits. */
  numbers: ReadonlySet<string>;
  /** Currencies and per cent. */
  units: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
  /** Folded. */
  names: ReadonlySet<string>;
}

/** The facts in a text. */
export function factsOf(text: string): Facts {
  const folded = fold(text);
  return {
    numbers: new Set([...digitsIn(folded), ...spelledIn(folded)]),
    units: new Set(UNITS.flatMap(([pattern, unit]) => (pattern.test(folded) ? [unit] : []))),
    addresses: new Set((folded.match(ADDRESS) ?? []).map((address) => address.replace(/[.,;:!?]+$/u, ""))),
    names: new Set((text.match(NAME) ?? []).map((name) => fold(name).replace(/'s?$/u, ""))),
  };
}

/** Whether every fact of a text stands in another one. */
export function holdsFacts(facts: Facts, within: string): boolean {
  const there = factsOf(within);
  const folded = fold(within);
  const words = new Set(folded.match(/[\p{L}\p{N}]+/gu));
  return (
    [...facts.numbers].every((number) => there.numbers.has(number)) &&
    [...facts.units].every((unit) => there.units.has(unit)) &&
    [...facts.addresses].every((address) => folded.includes(address)) &&
    [...facts.names].every((name) => name.split("-").every((part) => words.has(part) || words.has(part.replace(/s$/u, ""))))
  );
}

function digitsIn(folded: string): string[] {
  return (folded.match(/\d+(?:[.,]\d+)*/gu) ?? []).map((number) => number.replace(/,(?=\d{3}(?!\d))/gu, "").replace(/\.0+$/u, ""));
}

function spelledIn(folded: string): string[] {
  // "one" is more often a pronoun than a number.
  return (folded.match(/\p{L}+/gu) ?? []).flatMap((word) => {
    const value = word === "hundred" ? 100 : valueOfWord(word);
    return value === undefined || value < 2 ? [] : [String(value)];
  });
}
