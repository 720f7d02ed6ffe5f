const LONGEST = 160;

/** The context of a list's items: what leads into the lists around it and into itself, outermost first, each cut to its end. */
export function leadInto(outer: string, leadIn: string): string {
  return [outer, ending(leadIn)].filter((text) => text !== "").join(" › ");
}

/** The last words of a long paragraph are those that lead on. */
function ending(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST) return line;
  const sentence = line.split(/(?<=[.!?])\s/).at(-1) ?? line;
  return sentence.slice(-LONGEST).replace(/^\S*\s/, (start) => (sentence.length > LONGEST ? "" : start));
}
