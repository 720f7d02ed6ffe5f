import "server-only";

import type { Quote } from "@/lib/engine/answer/quote";
import { type Evidence, evidenceIn } from "@/lib/engine/answer/writing/evidence";
import { findSupport } from "@/lib/engine/answer/writing/find-support";
import { plainSentence } from "@/lib/engine/answer/writing/plain-sentence";
import type { WrittenSentence } from "@/lib/engine/answer/writing/sentence-buffer";
import type { RankedPassage } from "@/lib/engine/search/ranking/rank-passages";

/** An answer that grows by the sentences that hold: each with the marks of the quotations that support it. */
export class WrittenText {
  /** The answer so far; exactly what `onText` was given. */
  text = "";
  /** How many sentences it has. */
  sentences = 0;
  readonly quotes: Quote[] = [];
  readonly #evidence: readonly Evidence[];
  readonly #said = new Set<string>();

  /** The passages as the model was given them: its `[n]` is the n-th. The opening goes before the first sentence. */
  constructor(
    readonly passages: readonly RankedPassage[],
    readonly opening: string,
    readonly onText: (text: string) => void,
  ) {
    this.#evidence = evidenceIn(passages);
  }

  /** Adds a sentence if what it cites supports it, and it says something new. */
  async add(sentence: WrittenSentence): Promise<void> {
    const { text, cited } = plainSentence(sentence);
    const named = new Set(cited.flatMap((number) => this.passages[number - 1] ?? []));
    if (named.size === 0 || this.#said.has(text.toLowerCase())) return;
    const quotes = await findSupport(text, this.#evidence.filter(({ ranked }) => named.has(ranked)), this.#evidence);
    if (quotes.length === 0) return;
    this.#said.add(text.toLowerCase());
    const marks = [...new Set(quotes.map((quote) => this.#numberOf(quote)))].map((number) => `[${number}]`).join("");
    this.#show(`${this.#gap(sentence)}${text} ${marks}`);
  }

  #gap({ isNewLine }: WrittenSentence): string {
    if (this.sentences > 0) return isNewLine ? "\n" : " ";
    return this.opening === "" ? "" : `${this.opening} `;
  }

  #show(text: string): void {
    this.text += text;
    this.sentences += 1;
    this.onText(text);
  }

  /** The number of a quotation's citation, from 1: the same stretch of a page is cited once. */
  #numberOf(quote: Quote): number {
    const at = this.quotes.findIndex(({ passage, start, end }) => passage.chunkId === quote.passage.chunkId && start === quote.start && end === quote.end);
    return at === -1 ? this.quotes.push(quote) : at + 1;
  }
}
