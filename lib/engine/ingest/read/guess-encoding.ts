/** How much of a file is looked at, in bytes. */
const SAMPLE_BYTES = 65_536;

/** An encoding of one byte a character, and how the text of its languages looks beyond ASCII. */
interface Alphabet {
  encoding: string;
  /** What such text consists of. */
  letters: RegExp;
  /** The most frequent of these letters make up about two thirds of a text. */
  frequent: RegExp;
  /** Most letters are ASCII: three others in a row are another alphabet. */
  latin: boolean;
}

/** Punctuation and signs that texts of all languages have in the Windows encodings. */
const SIGNS = "‘’“”„–—…«»§°€£©®·•\u00a0";
const latin = (encoding: string, letters: string): Alphabet => {
  const either = new RegExp(`[${letters}${letters.toUpperCase()}${SIGNS}]`, "u");
  return { encoding, letters: either, frequent: either, latin: true };
};
const CYRILLIC = /[а-яёіїєґ]/u;
const FREQUENT_CYRILLIC = /[оеаинтсрвлк]/u;

/** The likelier ones first: they win where two fit alike. */
const ALPHABETS: readonly Alphabet[] = [
  latin("windows-1252", "äöüßéèêàáâãçñóôíúøåæëïîìòùõœ²³"),
  latin("windows-1250", "ąćęłńóśźżčďěňřšťůžýáéíőűöüăâîşţđäôĺľŕß"),
  latin("windows-1254", "ğışçöüâîİ"),
  { encoding: "windows-1251", letters: CYRILLIC, frequent: FREQUENT_CYRILLIC, latin: false },
  { encoding: "koi8-r", letters: CYRILLIC, frequent: FREQUENT_CYRILLIC, latin: false },
  { encoding: "ibm866", letters: CYRILLIC, frequent: FREQUENT_CYRILLIC, latin: false },
  { encoding: "windows-1253", letters: /[α-ωά-ώ]/u, frequent: /[αοιετσνηυρς]/u, latin: false },
  { encoding: "windows-1255", letters: /[א-ת]/u, frequent: /[יוהלארמתב]/u, latin: false },
  { encoding: "windows-1256", letters: /[ء-ي،؟]/u, frequent: /[الينموترب]/u, latin: false },
];

/**
 * Encodings of two bytes a character, and where the lead bytes of their everyday characters lie: the standards put these
 * together, before the rare ones.
 */
const WIDE: readonly { encoding: string; everyday: (lead: number, trail: number) => boolean }[] = [
  { encoding: "shift_jis", everyday: (lead) => lead >= 0x81 && lead <= 0x97 },
  { encoding: "euc-jp", everyday: (lead) => (lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf) },
  { encoding: "gb18030", everyday: (lead) => (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7) },
  { encoding: "big5", everyday: (lead) => lead >= 0xa1 && lead <= 0xc6 },
  { encoding: "euc-kr", everyday: (lead) => lead >= 0xa1 && lead <= 0xc8 },
];

/**
 * The encoding of a text that is no Unicode, by how its characters would read in each of the usual ones. Windows-1252, which
 * can decode anything, is what remains.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = best(WIDE.map(({ encoding, everyday }) => ({ encoding, score: wideScore(sample, encoding, everyday) })));
  if (wide.score > 0.85) return wide.encoding;
  return best(ALPHABETS.map((alphabet) => ({ encoding: alphabet.encoding, score: alphabetScore(sample, alphabet) }))).encoding;
}

function best(candidates: readonly { encoding: string; score: number }[]): { encoding: string; score: number } {
  return candidates.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner), { encoding: "windows-1252", score: 0 });
}

/** The share of everyday characters among the wide ones; 0 for what the encoding cannot decode. Kana and Hangul decide where Chinese would fit too. */
function wideScore(sample: Uint8Array, encoding: string, everyday: (lead: number, trail: number) => boolean): number {
  const text = new TextDecoder(encoding).decode(sample);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const wide = text.match(/[^\u0000-\u00ff\ufffd\uff61-\uff9f]/gu)?.length ?? 0;
  // The sample may end within a character; Latin text gives few pairs, or broken ones.
  if (wide < 4 || broken > 1 + wide / 500) return 0;
  let [pairs, common] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const [lead = 0, trail = 0] = sample.subarray(at, at + 2);
    if (lead < 0x81 || (encoding === "shift_jis" && lead >= 0xa0 && lead <= 0xdf)) continue;
    pairs += 1;
    at += 1;
    if (everyday(lead, trail)) common += 1;
  }
  const kana = text.match(/[\u3040-\u30ff]/gu)?.length ?? 0;
  const hangul = text.match(/[\uac00-\ud7af]/gu)?.length ?? 0;
  // Chinese read as Korean is Hangul too, but never nearly all of it.
  const syllables = hangul > 0.85 * wide ? hangul : kana;
  const others = text.match(/[\uff61-\uff9f]|[\u0400-\u04ff]/gu)?.length ?? 0;
  return pairs === 0 ? 0 : common / (pairs + others * 2) + Math.min(0.5, syllables / wide);
}

/** The share of the alphabet's letters beyond ASCII, and of its frequent ones; signs within words and capitals behind small letters count against it. */
function alphabetScore(sample: Uint8Array, { encoding, letters, frequent, latin: isLatin }: Alphabet): number {
  const text = new TextDecoder(encoding).decode(sample);
  let [all, fitting, often, wrong] = [0, 0, 0, 0];
  let before = " ";
  let inRow = 0;
  for (const character of text) {
    inRow = character > "\u007f" && /\p{L}/u.test(character) ? inRow + 1 : 0;
    if (isLatin && inRow > 2) wrong += 1;
    if (character > "\u007f") {
      all += 1;
      if (letters.test(character)) fitting += 1;
      if (frequent.test(character)) often += 1;
      if (/\p{Ll}/u.test(before) && /[\p{Lu}\p{S}\p{No}\p{C}\ufffd]/u.test(character)) wrong += 1;
    }
    before = character;
  }
  return all === 0 ? 0 : (fitting + Math.min(often, 0.65 * fitting) / 0.65 - 2 * wrong) / all;
}
