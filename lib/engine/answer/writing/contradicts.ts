import { denialsIn } from "@/lib/platform/words/opposites";
import { fold } from "@/lib/platform/words/terms";

/** Pairs of which the one side turns what the other says around. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  ["before|earlier|prior", "after|later|following"],
  ["more|over|above|exceed(?:s|ing)?|least|minimum", "less|fewer|under|below|up to|within|most|maximum"],
  ["increas\\w*|rose|rises?|grew|grows?|growth|higher|up(?! to)", "decreas\\w*|fell|falls?|declin\\w*|shr[aiu]nk|lower|down|drop\\w*"],
  ["allow\\w*|permit\\w*|may|can|reimburs\\w*", "forbid\\w*|forbidden|prohibit\\w*|banned"],
  ["must|required|mandatory|compulsory", "optional|voluntary|voluntarily"],
  ["includ\\w*", "exclud\\w*"],
  ["always", "sometimes|rarely|seldom"],
  ["full", "part"],
  ["first", "last|second|third"],
  ["open\\w*|unlock\\w*", "clos\\w*|lock(?:s|ed)?"],
  ["accept\\w*|approv\\w*", "reject\\w*|refus\\w*|declin\\w*|denied|den(?:y|ies)"],
  ["profits?|gains?", "loss(?:es)?"],
  ["internal\\w*", "external\\w*"],
  ["buy\\w*|bought", "sell\\w*|sold"],
].map(([one, other]) => [asWords(one ?? ""), asWords(other ?? "")] as const);

function asWords(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "u");
}

/**
 * Whether a text may say the opposite of what it is to rest on: the two negate a different number of times (an exception that is left out
 * counts), or a side of a pair like before and after stands in the one and its opposite in the other. Meant to see danger too often rather
 * than too rarely. Where the text is a clause of a `sentence`, that must not speak of the other side alone either.
 */
export function contradicts(text: string, support: string, sentence = text): boolean {
  const [said, around, held] = [fold(text), fold(sentence), fold(support)];
  if (denialsIn(text) !== denialsIn(support)) return true;
  const turns = (one: RegExp, other: RegExp) =>
    other.test(held) && !one.test(held) && (one.test(said) || (one.test(around) && !other.test(around)));
  return OPPOSITES.some(([one, other]) => turns(one, other) || turns(other, one));
}

/** Whether a text negates something. */
export function isDenial(text: string): boolean {
  return denialsIn(text) > 0;
}
