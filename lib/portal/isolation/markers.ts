import { randomBytes } from "node:crypto";

/** The ways in which a secret is hidden in a document written as text, and looked for. */
export const TEXT_KINDS = ["token", "paraphrase", "number", "table-name"] as const;

type TextKind = (typeof TEXT_KINDS)[number];

/** All ways in which a secret is hidden; in a scan it is a picture of words. */
export const MARKER_KINDS = [...TEXT_KINDS, "scan"] as const;

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
  bytes: Buffer;
  markers: Marker[];
}

/** What two disposable projects are about: as far from each other as can be, so that neither could answer the other's questions by chance. */
export type Subject = "observatory" | "bakery";

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

/** Characters of what tells a file from the others of its project: hundreds of files have one each, and a project must find its own. */
const MARK = 6;

/** A file about a subject that hides one marker of each kind. */
export function markedFile(subject: Subject, index: number): MarkedFile {
  const secrets: Secrets = { token: randomCode(), phrase: `${randomName()} ${randomCode(6)}`, number: `${randomDigits()}.${randomDigits().slice(0, 2)}`, name: randomName() };
  const { text, asked } = WRITE[subject](randomCode(MARK), secrets);
  const markers = TEXT_KINDS.map((kind): Marker => ({ kind, secret: secrets[SECRET_OF[kind]], question: asked[kind][0], paraphrase: asked[kind][1] }));
  return { name: `${subject}-${index}.md`, bytes: Buffer.from(text), markers };
}

/** The secrets of one file. */
type Secrets = Record<"token" | "phrase" | "number" | "name", string>;

const SECRET_OF = { token: "token", paraphrase: "phrase", number: "number", "table-name": "name" } as const satisfies Record<TextKind, keyof Secrets>;

/** A file's text, and for each kind of marker the question in its words and in others. */
interface Written {
  text: string;
  asked: Record<TextKind, readonly [question: string, paraphrase: string]>;
}

const WRITE: Record<Subject, (mark: string, secrets: Secrets) => Written> = {
  observatory: (mark, { token, phrase, number, name }) => ({
    text: `# Night sky from dome ${mark}

The shutter motor of dome ${mark} unlatches with the phrase ${token}. The astronomer on duty says it aloud.

## Comet watch

Comets are photographed through the spectrograph of dome ${mark} by ${phrase}, whenever the moon is down.

The primary mirror of dome ${mark} weighs ${number} kilograms with its cell.

| Star catalogue of dome ${mark} | Keeper |
| --- | --- |
| northern galaxies, dome ${mark} | ${name} |
| southern nebulae | nobody yet |
`,
    asked: {
      token: [`What phrase unlatches the shutter motor of dome ${mark}?`, `Which words must the astronomer say to open dome ${mark} to the sky?`],
      paraphrase: [`By whom are comets photographed through the spectrograph of dome ${mark}?`, `Who takes the comet pictures in dome ${mark}?`],
      number: [`What does the primary mirror of dome ${mark} weigh?`, `How many kilograms is the big telescope mirror in dome ${mark}?`],
      "table-name": [`Who is the keeper of the northern galaxies catalogue of dome ${mark}?`, `Where are dome ${mark}’s northern galaxies written down, and by which keeper?`],
    },
  }),
  bakery: (mark, { token, phrase, number, name }) => ({
    text: `# Bread from oven hall ${mark}

The flour lorry of oven hall ${mark} is let in at dawn on the delivery number ${token}. The miller writes it on the sacks.

## Sourdough

The rye sourdough of oven hall ${mark} is fed and kneaded by ${phrase}, twice a day.

Oven hall ${mark} sold pretzels for ${number} crowns last spring.

| Grain bought for oven hall ${mark} | Mill |
| --- | --- |
| spelt and wheat for oven hall ${mark} | ${name} |
| oats | not bought |
`,
    asked: {
      token: [`What delivery number lets the flour lorry into oven hall ${mark}?`, `Which number does the miller write on the sacks for oven hall ${mark}?`],
      paraphrase: [`By whom is the rye sourdough of oven hall ${mark} fed and kneaded?`, `Who looks after the bread dough at oven hall ${mark}?`],
      number: [`What did oven hall ${mark} earn with pretzels last spring?`, `How many crowns of pretzels were sold at oven hall ${mark}?`],
      "table-name": [`Which mill has the spelt and wheat for oven hall ${mark}?`, `Where does oven hall ${mark} buy its spelt?`],
    },
  }),
};

function randomDigits(): string {
  return [...randomBytes(7)].map((byte) => String((byte % 9) + 1)).join("");
}
