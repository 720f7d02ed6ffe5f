import { sentencesIn } from "@/lib/engine/ingest/chunk/sentences";

/** A sentence as a model wrote it, its `[n]` marks before its end mark, and whether it began a new line. */
export interface WrittenSentence {
  raw: string;
  isNewLine: boolean;
}

/** So much of what follows a sentence must be there before its end is believed, in UTF-16 units: "Dr." may go on. */
const LOOK_AHEAD = 24;
/** Marks behind an end mark belong to the sentence before it. */
const MARKS_BEHIND_END = /([.!?。！？]+["'”’]*)((?:\s*[[【][\d,\s]+[\]】])+)/gu;

/** Its `!` would end a sentence. */
const IMAGE = /!\[[^\]]*\]\([^)]*\)/gu;

/** Cuts a text that comes in pieces into whole sentences, as early as they can be told. */
export class SentenceBuffer {
  #text = "";

  /** Takes the next piece; gives the sentences that are whole by now. */
  add(piece: string): WrittenSentence[] {
    this.#text = tidied(this.#text + piece);
    return this.#take((sentence, rest) => rest.trimStart().length >= LOOK_AHEAD && !/^\s*[[【]/.test(rest) && !/[[【]$/.test(sentence));
  }

  /** The sentences that are left when no more is coming; the last one may be half a one. */
  end(): WrittenSentence[] {
    return this.#take(() => true);
  }

  #take(isSettled: (sentence: string, rest: string) => boolean): WrittenSentence[] {
    const taken: WrittenSentence[] = [];
    let from = 0;
    for (const { start, end } of sentencesIn(this.#text, 0, this.#text.length)) {
      const raw = this.#text.slice(start, end);
      if (!isSettled(raw, this.#text.slice(end))) break;
      taken.push({ raw, isNewLine: this.#text.slice(from, start).includes("\n") });
      from = end;
    }
    this.#text = this.#text.slice(from);
    return taken;
  }
}

/** The text without images, and with marks before the end of their sentence. Tidying again what more text follows changes nothing of it. */
function tidied(text: string): string {
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(IMAGE, " ").replace(MARKS_BEHIND_END, "$2$1");
  }
  return text;
}
