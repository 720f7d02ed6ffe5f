import { randomBytes } from "node:crypto";

/** The ways in which a secret is hidden in a document, and looked for. */
export const MARKER_KINDS = ["token", "paraphrase", "number", "table-name"] as const;

/** One of {@link MARKER_KINDS}. */
export type MarkerKind = (typeof MARKER_KINDS)[number];

/** Something that one project alone knows. */
export interface Marker {
  kind: MarkerKind;
  /** The text whose appearance elsewhere is a leak: it stands nowhere else in the world. */
  secret: string;
  /** Asks for it in the words of its document. */
  question: string;
  /** Asks for it in other words. */
  paraphrase: string;
}

/** A file with the markers in it. */
export interface MarkedFile {
  name: string;
  text: string;
  markers: Marker[];
}

/** What two disposable projects are about: as far from each other as can be, so that neither could answer the other's questions by chance. */
export const SUBJECTS = {
  observatory: { place: "dome", person: "astronomer", thing: "spectrograph", act: "calibrated", list: "telescope mirrors" },
  bakery: { place: "oven hall", person: "baker", thing: "sourdough starter", act: "refreshed", list: "rye flours" },
} as const;

/** One of {@link SUBJECTS}. */
export type Subject = keyof typeof SUBJECTS;

const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "wu", "ya", "ze"];

/** Random capital letters and digits, in which no word can hide. */
export function randomCode(length = 12): string {
  return [...randomBytes(length)].map((byte, index) => (index % 3 === 2 ? String(byte % 10) : LETTERS.charAt(byte % LETTERS.length))).join("");
}

/** A name nobody bears. */
function randomName(): string {
  const word = () => {
    const letters = [...randomBytes(4)].map((byte) => SYLLABLES[byte % SYLLABLES.length] ?? "").join("");
    return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
  };
  return `${word()} ${word()}`;
}

/** A file about a subject that hides one marker of each kind. */
export function markedFile(subject: Subject, index: number): MarkedFile {
  const { place, person, thing, act, list } = SUBJECTS[subject];
  const where = `${place} ${randomCode(4)}`;
  const [token, phrase, number, name] = [randomCode(), `${randomName()} ${randomCode(6)}`, `${randomDigits()}.${randomDigits().slice(0, 2)}`, randomName()];
  const text = [
    `# The ${where}`,
    `The access token of the ${where} is ${token}. Only the ${person} on duty knows it.`,
    `## Who keeps the ${thing}`,
    `In the ${where} the ${thing} is ${act} every morning by ${phrase}.`,
    `The budget of the ${where} for next year is ${number} crowns.`,
    `| ${list} of the ${where} | supplier |`,
    "| --- | --- |",
    `| first choice | ${name} |`,
    `| second choice | none |`,
  ].join("\n\n").replaceAll("|\n\n|", "|\n|");
  const markers: Marker[] = [
    { kind: "token", secret: token, question: `What is the access token of the ${where}?`, paraphrase: `Which secret word opens the ${where}?` },
    { kind: "paraphrase", secret: phrase, question: `By whom is the ${thing} ${act} in the ${where}?`, paraphrase: `Who takes care of the ${thing} of the ${where} each morning?` },
    { kind: "number", secret: number, question: `What is the budget of the ${where} for next year?`, paraphrase: `How many crowns may the ${where} spend next year?` },
    { kind: "table-name", secret: name, question: `Who is the first choice supplier of ${list} of the ${where}?`, paraphrase: `Where does the ${where} buy its ${list} first?` },
  ];
  return { name: `${subject}-${index}.md`, text, markers };
}

function randomDigits(): string {
  return [...randomBytes(7)].map((byte) => String((byte % 9) + 1)).join("");
}
