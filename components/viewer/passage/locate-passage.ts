import type { PassageLink } from "@/components/viewer/passage/passage-link";
import type { Span } from "@/components/viewer/passage/span";
import { quoteMark } from "@/components/viewer/quote-mark";

/** How far from its old place a passage is looked for, in UTF-16 units in both directions. */
const FARTHEST = 20_000;
/** How many units are read for that at most: an address may name a very long passage. */
const MOST_READ = 4_000_000;

/**
 * Where the passage of a link stands in the page's text today: at its place when the text there is still the one that was quoted,
 * or at the nearest place to which it has moved on the page. Undefined when it has changed or gone.
 */
export function locatePassage(text: string, { start, end, quote }: PassageLink): Span | undefined {
  const length = end - start;
  if (quote === undefined) return end <= text.length ? { start, end } : undefined;
  const farthest = Math.min(FARTHEST, Math.floor(MOST_READ / length));
  for (let distance = 0; distance <= farthest; distance += 1) {
    for (const from of distance === 0 ? [start] : [start - distance, start + distance]) {
      const fits = from >= 0 && from + length <= text.length;
      if (fits && quoteMark(text.slice(from, from + length)) === quote) return { start: from, end: from + length };
    }
  }
  return undefined;
}
