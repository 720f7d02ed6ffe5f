import "server-only";

import { likenessTo, type Meaning } from "@/lib/portal/gaps/meaning";

/** The one of these that means the same as a question, the most alike if there are several; undefined when none does. */
export function mostAlike<Known extends Meaning>(question: Meaning, known: readonly Known[]): Known | undefined {
  const likeness = likenessTo(question);
  let best: { known: Known; score: number } | undefined;
  for (const one of known) {
    const score = likeness(one);
    if (score >= 1 && score > (best?.score ?? 0)) best = { known: one, score };
  }
  return best?.known;
}
