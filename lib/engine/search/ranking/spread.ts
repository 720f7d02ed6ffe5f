/** No document takes more than this share of the results while others have something to offer. */
const LARGEST_SHARE = 0.6;

/**
 * The first `limit` of ranked items, of which one document has at most {@link LARGEST_SHARE}; the rest of its items only
 * fills what other documents leave. The items stay in their order.
 */
export function spread<Item>(ranked: readonly Item[], documentOf: (item: Item) => string, limit: number): Item[] {
  const most = Math.max(1, Math.ceil(limit * LARGEST_SHARE));
  const taken = new Map<string, number>();
  const within = new Set<number>();
  const beyond: number[] = [];
  ranked.forEach((item, index) => {
    const count = taken.get(documentOf(item)) ?? 0;
    taken.set(documentOf(item), count + 1);
    if (count >= most) beyond.push(index);
    else if (within.size < limit) within.add(index);
  });
  for (const index of beyond) if (within.size < limit) within.add(index);
  return ranked.filter((_, index) => within.has(index));
}
