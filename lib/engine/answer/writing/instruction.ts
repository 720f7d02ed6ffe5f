import { textOf } from "@/lib/engine/answer/quote";
import type { Passage } from "@/lib/engine/search/ranking/passage";

/** How text speaks that is meant for a model and not for a reader. */
const INSTRUCTION = new RegExp(
  [
    "\\b(?:ignore|disregard|forget|override|bypass)\\b[^.!?]{0,60}\\b(?:instructions?|rules?|prompts?|guidelines?|context|above|earlier|previous)\\b",
    "\\b(?:system|developer|assistant) (?:note|prompt|message|instructions?|override|rule)",
    "\\bnew (?:rules?|instructions?|task)\\s*:",
    "\\b(?:when|before|while|if) you (?:answer|respond|reply)\\b",
    "\\b(?:answer|reply|respond|say|output|print|write) (?:only|with|every|exactly|the (?:word|following))\\b",
    "\\b(?:reveal|repeat|print|list) (?:the|your|all)\\b[^.!?]{0,40}\\b(?:prompts?|instructions?|contexts?|contents?|documents?|projects?)\\b",
    "\\byou are (?:now|an? (?:ai|assistant|language model|chatbot))\\b",
    "\\bas an? (?:ai|language model|assistant)\\b",
    "</?(?:system|user|assistant|document|context|instructions?)\\b",
    "!\\[[^\\]]*\\]\\(",
    "\\b(?:ignoriere|missachte|vergiss)\\b[^.!?]{0,60}\\banweisungen\\b",
    "\\bignore[zr]?\\b[^.!?]{0,60}\\b(?:instructions|instrucciones)\\b",
  ].join("|"),
  "iu",
);
/** So many sentences behind an instruction may still belong to it. */
const TAINTED_BEHIND = 2;

/** Whether a text reads like an instruction to a model. */
export function readsLikeInstruction(text: string): boolean {
  return INSTRUCTION.test(text);
}

/**
 * The sentences of a passage that a written answer may rest on, by their index: none that instructs a model, and none right behind one.
 * A quotation of such a sentence shows it for what it is; a sentence written after it would speak in its voice.
 */
export function trustedSentences(passage: Passage): number[] {
  const isInstruction = passage.sentences.map((span) => readsLikeInstruction(textOf({ passage, ...span })));
  return passage.sentences.flatMap((_span, index) => (isInstruction.slice(Math.max(0, index - TAINTED_BEHIND), index + 1).includes(true) ? [] : [index]));
}
