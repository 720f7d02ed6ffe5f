const DELIMITERS = [",", ";", "\t", "|"] as const;
const SAMPLE_LINES = 20;

/**
 * The delimiter of a CSV text: the one that splits the most of the first lines into the same number of cells, the number
 * of the first line; the comma if none splits any.
 */
export function sniffDelimiter(text: string): string {
  const lines = sampleLines(text);
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length);
    const [first = 1] = counts;
    const same = counts.filter((count) => count === first).length;
    const score = first < 2 ? 0 : same * Math.log2(first);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Quoted cells may hold any delimiter, so they are left out. */
function sampleLines(text: string): string[] {
  const sample = text.slice(0, 50_000).replace(/"(?:[^"]|"")*"/g, "");
  return sample.split("\n").filter((line) => line.trim() !== "").slice(0, SAMPLE_LINES);
}
