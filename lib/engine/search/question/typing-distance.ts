/**
 * How many slips of typing part the beginning of a word from a stem: letters left out, added, changed, or two neighbours that changed places
 * (optimal string alignment). The word's ending does not count, for the stem has lost its own.
 */
export function typingDistance(word: string, stem: string): number {
  const width = stem.length + 1;
  let beforeLast = Array.from({ length: width }, (_, column) => column);
  let last = beforeLast;
  let best = stem.length;
  for (let row = 1; row <= word.length; row++) {
    const current = [row];
    for (let column = 1; column < width; column++) {
      const same = word[row - 1] === stem[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = row > 1 && column > 1 && word[row - 1] === stem[column - 2] && word[row - 2] === stem[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    best = Math.min(best, current[width - 1] ?? best);
    beforeLast = last;
    last = current;
  }
  return best;
}
