const FRONT_MATTER = /^(---|\+\+\+)[^\S\n]*\n([\s\S]*?)\n\1[^\S\n]*(?:\n|$)/;
const TITLE = /^title\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*))\s*$/m;

/** Takes a YAML or TOML front matter off a Markdown text. `title` is its title field, if it has one. */
export function splitFrontMatter(text: string): { title?: string; body: string } {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return { body: text };
  const fields = TITLE.exec(match[2] ?? "");
  const title = (fields?.[1] ?? fields?.[2] ?? fields?.[3] ?? "").trim();
  const body = text.slice(match[0].length);
  return title === "" ? { body } : { title, body };
}
