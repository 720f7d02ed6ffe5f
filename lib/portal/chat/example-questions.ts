/** The most examples that are shown. */
const MOST_EXAMPLES = 3;
/** The longest subject, in characters; a longer one is no question any more. */
const LONGEST_SUBJECT = 48;

/** Words that say what kind of paper it is, or which version of it, and not what it is about. */
const PAPER = new Set(
  "policy policies handbook guide guidelines manual document documents notes overview draft final copy version rev en de fr internal external public".split(" "),
);

/**
 * Questions that a person might begin with, made of documents' shown names alone. Names that say nothing (scans, numbers, hashes)
 * are passed over, so that there may be fewer than three, or none.
 */
export function exampleQuestions(names: readonly string[]): string[] {
  const subjects = names.map(subjectOf).filter((subject) => subject !== undefined);
  return [...new Set(subjects)].slice(0, MOST_EXAMPLES).map((subject) => `What should I know about ${subject}?`);
}

/** What a document's name says it is about: `hr/03-parental_leave-policy-v2.pdf` is about "parental leave". */
function subjectOf(name: string): string | undefined {
  const file = name.slice(name.lastIndexOf("/") + 1).replace(/\.\p{L}[\p{L}\p{N}]{0,4}$/u, "");
  const words = file
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .split(/[^\p{L}\p{N}'’&]+/u)
    .filter((word) => /\p{L}/u.test(word) && !/^v?\d|\d{3,}|^v$/iu.test(word) && !PAPER.has(word.toLowerCase()));
  const subject = words.map(inSentence).join(" ");
  const says = words.some((word) => /^\p{L}[\p{L}'’&]{2,}$/u.test(word) && !/^(scan|img|image|untitled|file|dok|doc)$/iu.test(word));
  return says && subject.length <= LONGEST_SUBJECT ? subject : undefined;
}

/** Small letters, but for abbreviations and names with capitals inside. */
function inSentence(word: string): string {
  return /^\p{Lu}[\p{Ll}'’]*$/u.test(word) ? word.toLowerCase() : word;
}
