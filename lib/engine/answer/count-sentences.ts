const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** How many sentences a reader would count in an answer, whatever its citation marks. The rows of a table and the items of a list are no sentences of their own. */
export function countSentences(answer: string): number {
  const segments = SEGMENTER.segment(answer.replace(/\[\d+\]/g, " ").replace(/(?<!\n)\n(?!\n)/g, " "));
  return [...segments].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
