import { readFile } from "node:fs/promises";

import { Tokenizer } from "@huggingface/tokenizers";

/** The tokens that stand around every input of the model. */
export const MARK = { start: 101, end: 102 } as const;

/** Turns text into the model's token ids, without the marks around them. */
export type Tokenise = (text: string) => number[];

/** Loads the tokenizer; its own truncation and padding are taken out, since they cut every text at 128 tokens. */
export async function loadTokenizer(path: string): Promise<Tokenise> {
  const rules = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  const tokenizer = new Tokenizer({ ...rules, truncation: null, padding: null }, {});
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids;
}
