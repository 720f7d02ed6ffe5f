import { areContrary, deniedIn, type Qualifier, qualifiersIn, saysNo, stemsIn } from "@/lib/platform/words/opposites";

/** What a sentence can turn around in a question that asks for something: what the question denies, and what it says of what. */
export interface Stance {
  /** Stems. */
  denied: readonly string[];
  qualifiers: readonly Qualifier[];
  /** Things that have a number: "Section 4.2", "Henry II". */
  numbered: readonly { thing: string; number: string }[];
}

/** Where a sentence stands. */
export interface Surroundings {
  sentence: string;
  /** The sentence with its neighbours, and the headings over them. */
  near: string;
  /** The whole passage with its headings. */
  passage: string;
}

/** Questions for a yes or a no: a sentence that says the contrary answers them. */
const YES_OR_NO = /^\W*(?:is|are|was|were|am|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had)\b|\bwhether\b|\bor not\b/i;
const REASON = /^\W*why\b/i;
/** Parts of documents, buildings and scales, which have numbers. */
const PARTS = "section article clause paragraph chapter appendix annex version release phase stage step tier level grade band type class table figure floor room unit schedule form";
/** A name behind the first word, or a part, with the number behind it. */
const NUMBERED = new RegExp(
  `(?:(?<=\\S\\s+\\P{L}{0,2})\\p{Lu}\\p{L}+|(?<!\\p{L})(?:${PARTS.split(" ").map(inAnyCase).join("|")}))\\s+(?:\\d{1,3}(?:\\.\\d+)*|[IVX]{1,5})(?![\\p{L}\\p{N}%])`,
  "gu",
);

function inAnyCase(word: string): string {
  return `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`;
}

/** The stance of a question in English; undefined where there is nothing in it that a sentence could turn around. */
export function stanceOf(text: string): Stance | undefined {
  if (YES_OR_NO.test(text)) return undefined;
  return { denied: REASON.test(text) ? [] : deniedIn(text), qualifiers: qualifiersIn(text), numbered: numberedIn(text) };
}

/**
 * Whether a sentence speaks of the contrary of what is asked: it affirms what the question denies, with no denial near it; "the lowest bid" is asked
 * for and the sentence tells of the highest one; or of Section 4.1 where it is 4.2. Not where the passage speaks of what is asked as well.
 */
export function turnsAround({ denied, qualifiers, numbered }: Stance, { sentence, near, passage }: Surroundings): boolean {
  if (affirms(sentence, denied) && !saysNo(near)) return true;
  return saysContrary(qualifiers, sentence, passage) || numbered.some((one) => hasOtherNumber(one, sentence, passage));
}

function affirms(sentence: string, denied: readonly string[]): boolean {
  if (denied.length === 0) return false;
  const said = stemsIn(sentence);
  return denied.some((stem) => said.has(stem));
}

function saysContrary(asked: readonly Qualifier[], sentence: string, passage: string): boolean {
  const said = qualifiersIn(sentence);
  for (const { word, of } of asked) {
    const contrary = said.find((qualifier) => qualifier.of === of && areContrary(word, qualifier.word));
    if (contrary === undefined) continue;
    const isBoth = qualifiersIn(passage).some((qualifier) => qualifier.of === of && (qualifier.word === word || areContrary(qualifier.word, contrary.word)));
    if (!isBoth) return true;
  }
  return false;
}

function numberedIn(text: string): Stance["numbered"] {
  return (text.match(NUMBERED) ?? []).map((found) => {
    const [thing = "", number = ""] = found.split(/\s+/u);
    return { thing, number };
  });
}

function hasOtherNumber({ thing, number }: Stance["numbered"][number], sentence: string, passage: string): boolean {
  const others = numberedIn(` . ${sentence}`).filter((other) => other.thing.toLowerCase() === thing.toLowerCase() && other.number !== number);
  return others.length > 0 && !new RegExp(`(?<![\\p{L}\\p{N}.])${number.replaceAll(".", "\\.")}(?![\\p{L}\\p{N}])`, "u").test(passage);
}
