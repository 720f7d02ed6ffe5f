/** A stretch of text that two answers share, or that one of them has alone. */
export interface WordChange {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Above so many words an answer is compared as a whole. */
const MOST_WORDS = 1_500;

/**
 * What changed from one text to another, word by word: the stretches that are `same` or `gone` are together exactly the first text, those
 * that are `same` or `new` exactly the second.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return before === after ? joined([["same", before]]) : joined([["gone", before], ["new", after]]);
  const lengths = commonLengths(old, fresh);
  const changes: [WordChange["kind"], string][] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [one = "", other = ""] = [old[i], fresh[j]];
    if (i < old.length && j < fresh.length && one === other) {
      changes.push(["same", one]);
      i += 1;
      j += 1;
    } else if (j === fresh.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      changes.push(["gone", one]);
      i += 1;
    } else {
      changes.push(["new", other]);
      j += 1;
    }
  }
  return joined(changes);
}

/** Words with the white space behind them, so that nothing of a text is lost. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*|\s+/gu) ?? [];
}

/** The length of the longest common part of what follows each pair of places. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const [row, next] = [rows[i], rows[i + 1]];
    if (row === undefined || next === undefined) continue;
    for (let j = fresh.length - 1; j >= 0; j--) row[j] = old[i] === fresh[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
  }
  return rows;
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function joined(changes: readonly [WordChange["kind"], string][]): WordChange[] {
  const stretches: WordChange[] = [];
  for (const [kind, text] of changes) {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") stretches.push({ kind, text });
  }
  return stretches;
}
