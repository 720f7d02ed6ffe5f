import "server-only";

/** Whether a text is of a pattern in which `*` stands for anything. In time that grows with their lengths only, whatever the pattern. */
export function matchesPattern(text: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let mark = 0;
  while (at < text.length) {
    if (pattern[place] === "*") {
      star = place++;
      mark = at;
    } else if (place < pattern.length && pattern[place] === text[at]) {
      place++;
      at++;
    } else if (star !== -1) {
      place = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[place] === "*") place++;
  return place === pattern.length;
}

/** Whether an address is wanted: among `include` (when there is one) and not among `exclude`. A pattern with a host is matched with the whole address, else with path and query. */
export function isWanted(address: string, { include, exclude }: { include: readonly string[]; exclude: readonly string[] }): boolean {
  const url = new URL(address);
  const path = url.pathname + url.search;
  const fits = (pattern: string) => matchesPattern(/^https?:/.test(pattern) ? address : path, pattern);
  return (include.length === 0 || include.some(fits)) && !exclude.some(fits);
}
