import "server-only";

import { likeness, type Meaning } from "@/lib/portal/gaps/meaning";

/** The one of these that means the same as a question, the most alike if there are several; undefined when none does. */
export function mostAlike<Known extends Meaning>(question: Meaning, known: readonly Known[]): Known | undefined {
  let best: { known: Known; likeness: number } | undefined;
  for (const one of known) {
    const score = likeness(question, one);
    if (score >= 1 && score > (best?.likeness ?? 0)) best = { known: one, likeness: score };
  }
  return best?.known;
}
