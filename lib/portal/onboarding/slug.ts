/** The longest slug made here, in characters; a number still fits behind it (the column takes 63). */
const LONGEST = 48;

/** A name as it stands in an address: small ASCII letters, digits and hyphens; `fallback` when nothing of it is left. */
export function slugOf(name: string, fallback: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  const slug = letters
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? fallback : slug;
}

/** The slug itself, or the first of `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let n = 2; taken.has(free); n++) free = `${slug}-${n}`;
  return free;
}
