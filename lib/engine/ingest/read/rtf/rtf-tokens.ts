/** A piece of an RTF file (RTF 1.9.1): a brace, a control word with its number, a byte of text in the file's code page, or plain characters. */
export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; word: string; value: number | undefined }
  | { kind: "byte"; byte: number }
  | { kind: "text"; text: string };

/** One after the other: a control word, a control symbol, a byte in hex, a brace, line breaks (which say nothing), text. */
const TOKEN = /\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/g;

/** Symbols that stand for a character, and those that stand for a word. */
const SYMBOLS: Readonly<Record<string, string>> = { "~": "\u00a0", _: "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n" };

/** Cuts an RTF file into its pieces. Binary data, which `\bin` announces, is passed over. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(source); match !== null; match = tokens.exec(source)) {
    const [, word, number, hex, symbol, brace, text] = match;
    if (word !== undefined) {
      const value = number === undefined ? undefined : Number(number);
      if (word === "bin" && value !== undefined && value > 0) tokens.lastIndex += value;
      else yield { kind: "word", word, value };
    } else if (hex !== undefined) yield { kind: "byte", byte: Number.parseInt(hex, 16) };
    else if (symbol === "*") yield { kind: "word", word: "*", value: undefined };
    else if (symbol !== undefined) yield { kind: "text", text: SYMBOLS[symbol] ?? "" };
    else if (brace !== undefined) yield brace === "{" ? { kind: "open" } : { kind: "close" };
    else if (text !== undefined) yield { kind: "text", text };
  }
}
