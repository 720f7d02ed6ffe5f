import type { ChatAnswer } from "@/lib/engine/contract";

/** The most phrases that are offered. */
const MOST_OFFERED = 6;
/** The longest phrase that is offered, in UTF-16 units; longer ones break at the first change of a document. */
const LONGEST = 120;
/** The shortest clause, in UTF-16 units: less says nothing. */
const SHORTEST = 12;

/** An amount with what it counts: `$500`, `15 days`, `3.5 %`. */
const AMOUNT = /[$€£¥]\s?\d[\d.,]*\d|[$€£¥]\s?\d|\d[\d.,]*\s?%|\d(?:[\d.,]*\d)?(?:\s+\p{L}{2,})?/gu;
const CLAUSE_ENDS = /[.,;:!?。、；：！？]+(?=\s|$)|[。、；：！？]|\s+[–—]\s+/u;

/**
 * Phrases of the cited passages that the answer holds, for a person to choose what must come back: amounts first, then clauses. The
 * first of them is a sensible choice; there may be none.
 */
export function expectedPhrases({ answer, citations }: ChatAnswer): string[] {
  const text = folded(citations.reduce((left, { index }) => left.replaceAll(`[${index}]`, ""), answer)).toLowerCase();
  const quotes = citations.map(({ quote }) => folded(quote));
  const found = [...quotes.flatMap(amountsIn), ...quotes.flatMap(clausesIn)];
  return [...new Set(found)].filter((phrase) => phrase.length <= LONGEST && text.includes(phrase.toLowerCase())).slice(0, MOST_OFFERED);
}

function amountsIn(quote: string): string[] {
  // A number alone holds in any text with that number; it says too little to be offered.
  return [...quote.matchAll(AMOUNT)].map(([amount]) => amount.trim()).filter((amount) => /[^\d.,]/.test(amount));
}

function clausesIn(quote: string): string[] {
  return quote.split(CLAUSE_ENDS).map((clause) => clause.trim()).filter((clause) => clause.length >= SHORTEST);
}

function folded(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
