/** The headings over the text at hand, outermost first; a new one closes those of its level and below. */
export class HeadingsPath {
  private readonly open: { level: number; text: string }[] = [];

  /** Opens a heading of a level (1–6, any gaps allowed). */
  enter(level: number, text: string): void {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop();
    this.open.push({ level, text });
  }

  /** Whether a heading of this level would stand below one that is open. */
  hasOver(level: number): boolean {
    return this.open.some((heading) => heading.level < level);
  }

  /** The headings' texts. */
  get texts(): string[] {
    return this.open.map((heading) => heading.text);
  }
}

/** The headings that two paths have in common from the outside. */
export function commonPath(a: readonly string[], b: readonly string[]): readonly string[] {
  const differs = a.findIndex((heading, index) => b[index] !== heading);
  return differs === -1 ? a : a.slice(0, differs);
}

/** A document's name as words: its folders and its name without the ending, from outside in. */
export function wordsOfName(documentName: string): string {
  return documentName
    .replace(/\.[^./\\]{1,5}$/, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}.&+'-]+|[-.]+(?=[-.\s]|$)|_/gu, " ")
    .replace(/-/g, " ")
    .trim();
}
