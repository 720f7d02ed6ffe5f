import { tooLarge } from "@/lib/engine/ingest/document-error";
import { encodingOfCharacterSet, encodingOfCodePage } from "@/lib/engine/ingest/read/rtf/code-pages";
import { rtfTokens } from "@/lib/engine/ingest/read/rtf/rtf-tokens";

/** A paragraph, or the cell of a table. */
export interface RtfParagraph {
  text: string;
  /** What a list prints in front of it. */
  marker: string;
  /** From 1, of a heading. */
  level?: number;
  /** How it ends: with a paragraph, a cell or a row of a table. */
  ends: "paragraph" | "cell" | "row";
  /** It stands in a table: more of its cell is to come. */
  inTable: boolean;
}

/** Groups that hold no text of the document. */
const NOT_TEXT = new Set("fonttbl colortbl info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst annotation atnid atnauthor bkmkstart bkmkend template revtbl filetbl mmath nonshppict sp sv".split(" "));
/** Groups after `\*` whose text counts all the same. */
const TEXT_AFTER_STAR = new Set(["shptxt", "footnote", "listtext", "pntext"]);
const CHARACTERS: Readonly<Partial<Record<string, string>>> = { tab: "\t", line: "\n", emdash: "—", endash: "–", bullet: "•", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", emspace: " ", enspace: " ", qmspace: " " };
const ENDS: Readonly<Partial<Record<string, RtfParagraph["ends"]>>> = { par: "paragraph", sect: "paragraph", page: "paragraph", cell: "cell", nestcell: "cell", row: "row", nestrow: "row" };
const DEEPEST = 500;

/** What holds until its group closes. */
interface State {
  into: "text" | "marker" | "fonts" | "styles" | "nothing";
  hidden: boolean;
  encoding: string;
  /** How many characters stand for a `\u` character in programs that do not know it. */
  fallback: number;
}

/** Reads the paragraphs of an RTF file in order. Throws DocumentError `too_large` for groups nested too deeply. */
export class RtfParagraphs {
  private readonly fonts = new Map<number, string>();
  private readonly headings = new Map<number, number>();
  private state: State = { into: "text", hidden: false, encoding: "windows-1252", fallback: 1 };
  private readonly stack: State[] = [];
  private readonly ready: RtfParagraph[] = [];
  private bytes: number[] = [];
  private text = "";
  private marker = "";
  private level: number | undefined;
  private inTable = false;
  private toSkip = 0;
  private star = false;
  private font = 0;
  private style = 0;
  private styleName = "";

  /** The paragraphs of the file's source, its bytes as Latin-1. */
  *read(source: string): Generator<RtfParagraph> {
    for (const token of rtfTokens(source)) {
      if (token.kind !== "byte") this.flushBytes();
      if (token.kind === "open") this.open();
      else if (token.kind === "close") this.close();
      else if (token.kind === "word") this.word(token.word, token.value);
      else if (token.kind === "byte") this.byte(token.byte);
      else this.plain(token.text);
      yield* this.ready.splice(0);
    }
    this.flushBytes();
    this.end("paragraph");
    yield* this.ready.splice(0);
  }

  private open(): void {
    if (this.stack.length > DEEPEST) throw tooLarge("its parts are nested too deeply");
    this.stack.push({ ...this.state });
    this.toSkip = 0;
  }

  private close(): void {
    this.state = this.stack.pop() ?? this.state;
    this.toSkip = 0;
    this.star = false;
  }

  private word(word: string, value: number | undefined): void {
    const star = this.star;
    this.star = word === "*";
    if (NOT_TEXT.has(word) || (star && !TEXT_AFTER_STAR.has(word))) this.state.into = word === "fonttbl" ? "fonts" : "nothing";
    else if (word === "stylesheet") this.state.into = "styles";
    else if (word === "listtext" || word === "pntext") this.state.into = this.state.into === "nothing" ? "nothing" : "marker";
    else if (this.state.into === "fonts") this.fontWord(word, value);
    else if (this.state.into === "styles") this.styleWord(word, value);
    else if (word === "u" && value !== undefined) this.unicode(value);
    else if (word === "uc") this.state.fallback = Math.min(16, Math.max(0, value ?? 1));
    else if (word === "ansicpg") this.state.encoding = encodingOfCodePage(value ?? 1252);
    else if (word === "f" && value !== undefined) this.state.encoding = this.fonts.get(value) ?? this.stack[0]?.encoding ?? this.state.encoding;
    else if (word === "v" || word === "deleted") this.state.hidden = value !== 0;
    else if (word === "plain") this.state.hidden = false;
    else if (word === "pard") [this.level, this.inTable] = [undefined, false];
    else if (word === "intbl") this.inTable = true;
    else if (word === "shptxt") this.state.into = "text";
    else if (word === "s" && value !== undefined) this.level = this.headings.get(value);
    else if (word === "outlinelevel" && value !== undefined && value < 6) this.level = value + 1;
    else if (ENDS[word] !== undefined && this.state.into === "text") this.end(ENDS[word]);
    else if (CHARACTERS[word] !== undefined) this.append(CHARACTERS[word]);
  }

  private fontWord(word: string, value: number | undefined): void {
    if (word === "f") this.font = value ?? 0;
    const encoding = word === "fcharset" ? encodingOfCharacterSet(value ?? 0) : word === "cpg" ? encodingOfCodePage(value ?? 0) : undefined;
    if (encoding !== undefined) this.fonts.set(this.font, encoding);
  }

  private styleWord(word: string, value: number | undefined): void {
    if (word !== "s") return;
    this.style = value ?? 0;
    this.styleName = "";
  }

  private unicode(value: number): void {
    this.append(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.toSkip = this.state.fallback;
  }

  private byte(byte: number): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.bytes.push(byte);
  }

  private plain(text: string): void {
    const kept = text.slice(this.toSkip);
    this.toSkip = Math.max(0, this.toSkip - text.length);
    // What is no ASCII stands for a byte of the code page.
    if (/^[\u0000-\u007f]*$/.test(kept)) this.append(kept);
    else this.append(decode([...Buffer.from(kept, "latin1")], this.state.encoding));
  }

  private flushBytes(): void {
    if (this.bytes.length === 0) return;
    this.append(decode(this.bytes, this.state.encoding));
    this.bytes = [];
  }

  private append(text: string): void {
    const { into, hidden } = this.state;
    if (into === "styles") this.noteStyle(text);
    if (hidden) return;
    if (into === "text") this.text += text;
    else if (into === "marker") this.marker += text;
  }

  /** Styles of headings are told by their names, which end in a semicolon. */
  private noteStyle(text: string): void {
    this.styleName += text;
    const [, level] = /^\s*heading (\d);/i.exec(this.styleName) ?? [];
    if (level !== undefined) this.headings.set(this.style, Math.min(6, Math.max(1, Number(level))));
    if (/^\s*title;/i.test(this.styleName)) this.headings.set(this.style, 1);
  }

  private end(ends: RtfParagraph["ends"]): void {
    this.ready.push({ text: this.text, marker: this.marker.trim(), ends, inTable: this.inTable, ...(this.level === undefined ? {} : { level: this.level }) });
    this.text = "";
    this.marker = "";
  }
}

function decode(bytes: readonly number[], encoding: string): string {
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}
