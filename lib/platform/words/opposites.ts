import { CONTRARIES, KINDS } from "@/lib/platform/words/contraries";
import { stem } from "@/lib/platform/words/stem";
import { fold, isStopWord } from "@/lib/platform/words/terms";

const DENIALS =
  /(?<![\p{L}\p{N}])(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|except|excluding|unless|nicht|kein(?:e[mnrs]?)?|nie|niemals|ohne|pas|jamais|sans|nunca|sin)(?![\p{L}\p{N}])|n't(?!\p{L})/gu;
/** Beginnings of words that say no in themselves, or tell of the other case. */
const NAYSAYERS =
  /(?<![\p{L}\p{N}])(?:exclu[ds]|forb[ai]|prohibit|preclud|prevent|banned|refus|reject|den(?:y|ie[ds]|ial)|fail|lack|absen|avoid|declin|instead|rather|only|exempt|hardly|barely|rarely|seldom|miss|stop|los[est]|expir|laps|late(?!s)|delay|replac|waiv|cancel|broke|otherwise|else|other|own|void|non-|un(?!der|ti|io|iv|it|iq|if|le)\p{L}{4,}|in(?:valid|complete|capab|eligib|sufficient|correct)|dis(?:allow|qualif|contin|approv)|impossib|irrelevan|illegal)/u;
/** Denials that bound a number, are a number's abbreviation, or belong to a phrase. */
const NO_DENIAL = /(?<![\p{L}\p{N}])(?:(?:no|not) (?:more|less|later|earlier|fewer|longer|only)|(?:serial|order|customer|part|account|invoice|phone|reference) no|no(?: of|\.? ?[\d:])|no\.(?= \p{Ll}))(?![\p{L}])/gu;
/** Words that leave something out, or bound it: they deny nothing of what is asked. */
const LEAVES_OUT = new Set(["without", "except", "excluding", "unless", "ohne", "sans", "sin"]);

/** How often a text negates something. */
export function denialsIn(text: string): number {
  return fold(text).match(DENIALS)?.length ?? 0;
}

/** The stems of what a text negates: of the next word behind each denial that is about the subject. */
export function deniedIn(text: string): string[] {
  const folded = fold(text).replace(NO_DENIAL, " ");
  const denials = [...folded.matchAll(DENIALS)].filter(([word]) => !LEAVES_OUT.has(word));
  return denials.flatMap((denial) => subjectOf(folded.slice(denial.index + denial[0].length).match(WORD) ?? []));
}

/** Whether a text says no to something, be it by a verb or an adjective. */
export function saysNo(text: string): boolean {
  return denialsIn(text) > 0 || NAYSAYERS.test(fold(text));
}

/** The kinds of which a word excludes the others. */
const EXCLUSIVE = linesOf(KINDS).map((line) => new Set(line.split(" ")));
/** "Mondays" are one Monday after another, but "seconds" and "lasts" are other words than "second" and "last". */
const REPEATED = /(?<=day|spring|summer|autumn|winter)s$/u;
const PREFIX = /^(?:un|non-?)/u;
/** Before anything but an adjective these make another word: "cover" and "discover", "form" and "inform". */
const ADJECTIVE_PREFIX = /^(?:in|im|ir|il|dis)(?=\p{L}+(?:[ai]ble|al|[ae]nt|ete|ect|ive|ar|ous)$)/u;
/** A shorter word is one of its own more often than what a prefix turns around: "to" in "unto". */
const SHORTEST_BASE = 4;

const CONTRARY_STEMS = new Map<string, Set<string>>();
for (const line of linesOf(CONTRARIES)) {
  const [one = [], other = []] = line.split(" | ").map((side) => side.split(" ").map(stem));
  for (const [side, contrary] of [[one, other], [other, one]] as const) {
    for (const word of side) CONTRARY_STEMS.set(word, new Set([...(CONTRARY_STEMS.get(word) ?? []), ...contrary]));
  }
}

function linesOf(list: string): string[] {
  return list.trim().split("\n");
}

/** Whether a folded word is one of a kind of which each excludes the others. */
export function isOneOfAKind(word: string): boolean {
  const own = word.replace(REPEATED, "");
  return EXCLUSIVE.some((kind) => kind.has(own));
}

/** Whether two folded words exclude each other: as different ones of a kind, by the list of contraries, or by a prefix. */
export function areContrary(a: string, b: string): boolean {
  const [one, other] = [a.replace(REPEATED, ""), b.replace(REPEATED, "")];
  if (EXCLUSIVE.some((kind) => kind.has(one) && kind.has(other))) return one !== other;
  return CONTRARY_STEMS.get(stem(a))?.has(stem(b)) === true || isPrefixed(a, b) || isPrefixed(b, a);
}

function isPrefixed(word: string, base: string): boolean {
  return base.length >= SHORTEST_BASE && [PREFIX, ADJECTIVE_PREFIX].some((prefix) => word.replace(prefix, "") === base && word !== base);
}

/** A word with what it is said of: the next word that is about the subject. */
export interface Qualifier {
  /** Folded. */
  word: string;
  /** The stem of what follows. */
  of: string;
}

/** What follows further behind belongs to something else. */
const REACH = 3;
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
/** "How many" asks for a number, and "at least" and "more than" bound one. */
const FIXED = /(?<!\p{L})(?:(?:more|less|fewer) than|how (?:many|much|long|large|big|high|old|far|fast)|at (?:least|most|first|last))(?!\p{L})/gu;

/** The words of a text with what each is said of. */
export function qualifiersIn(text: string): Qualifier[] {
  const words = fold(text).replace(FIXED, " ").match(WORD) ?? [];
  return words.flatMap((word, index) => subjectOf(words, index + 1).map((of) => ({ word, of })));
}

/** The stem of the first of the words from a place on that is about the subject, if it is near. */
function subjectOf(words: readonly string[], from = 0): string[] {
  const of = words.slice(from, from + REACH).find((word) => !isStopWord(word));
  return of === undefined ? [] : [stem(of)];
}

/** The stems of a text's words. */
export function stemsIn(text: string): Set<string> {
  return new Set((fold(text).match(WORD) ?? []).map(stem));
}
