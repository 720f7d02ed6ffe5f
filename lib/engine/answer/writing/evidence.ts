import { textOf } from "@/lib/engine/answer/quote";
import { trustedSentences } from "@/lib/engine/answer/writing/instruction";
import type { RankedPassage } from "@/lib/engine/search/ranking/rank-passages";
import { synonymsOf } from "@/lib/platform/words/synonyms";
import { termsOf } from "@/lib/platform/words/terms";

/** A sentence of a passage as support for what a model wrote. */
export interface Evidence {
  ranked: RankedPassage;
  /** Index among the passage's sentences. */
  index: number;
  /** Its own index terms, and those of what stands over it: headings, header cells, a list's lead-in. */
  own: ReadonlySet<string>;
  above: ReadonlySet<string>;
  isTrusted: boolean;
}

/** How much a term counts for which only another word for the same thing is there. */
const SYNONYM = 0.5;

/** Every sentence of the passages. */
export function evidenceIn(passages: readonly RankedPassage[]): Evidence[] {
  return passages.flatMap((ranked) => {
    const { passage } = ranked;
    const trusted = new Set(trustedSentences(passage));
    return passage.sentences.map((span, index) => ({
      ranked,
      index,
      own: new Set(termsOf(textOf({ passage, ...span }))),
      above: new Set(termsOf([...passage.context, span.context].join("\n"))),
      isTrusted: trusted.has(index),
    }));
  });
}

/** How much of a text's terms is there, 0–1: a term itself counts 1, a synonym half. */
export function coverage(terms: readonly string[], ...there: readonly ReadonlySet<string>[]): number {
  if (terms.length === 0) return 0;
  const has = (term: string) => there.some((set) => set.has(term));
  const worth = terms.map((term) => (has(term) ? 1 : [...synonymsOf(term)].some(has) ? SYNONYM : 0));
  return worth.reduce<number>((sum, value) => sum + value, 0) / terms.length;
}

/** The terms that are not there, nor a synonym of them. */
export function missingTerms(terms: readonly string[], ...there: readonly ReadonlySet<string>[]): string[] {
  return terms.filter((term) => coverage([term], ...there) === 0);
}
