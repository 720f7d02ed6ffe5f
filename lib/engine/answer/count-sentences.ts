const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** How many sentences a reader would count in an answer, whatever its citation marks. */
export function countSentences(answer: string): number {
  const segments = SEGMENTER.segment(answer.replace(/\[\d+\]/g, " "));
  return [...segments].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
