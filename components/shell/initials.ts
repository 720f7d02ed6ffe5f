/** The first letters of the first and the last word of a name; a dash for a name without words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => word !== "");
  const first = words.at(0);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase() || "–";
}
