/** Whether words begin as a question does, with or without its mark (“Who can work remotely”). */
export function isAsking(words: string): boolean {
  return /^(?:how|what|when|where|which|who|whom|whose|why)\b/i.test(words);
}
