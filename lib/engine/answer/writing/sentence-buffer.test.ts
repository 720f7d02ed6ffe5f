import fc from "fast-check";
import { expect, it, test } from "vitest";

import { SentenceBuffer } from "@/lib/engine/answer/writing/sentence-buffer";

function cut(pieces: readonly string[]): string[] {
  const buffer = new SentenceBuffer();
  return [...pieces.flatMap((piece) => buffer.add(piece)), ...buffer.end()].map(({ raw }) => raw);
}

test.each([
  ["It is open [1]. It closes at ten [2].", ["It is open [1].", "It closes at ten [2]."]],
  ["It is open. [1] It closes at ten. [2][3]", ["It is open [1].", "It closes at ten [2][3]."]],
  ["Ask Dr. Meyer [1]. Then go.", ["Ask Dr. Meyer [1].", "Then go."]],
  ["First [1]\nSecond [2]", ["First [1]", "Second [2]"]],
  ["It costs 3.5 million [1, 2]. Really [3]!", ["It costs 3.5 million [1, 2].", "Really [3]!"]],
])("%s", (text, sentences) => {
  expect(cut([...text])).toEqual(sentences);
  expect(cut([text])).toEqual(sentences);
});

it("gives a sentence out as soon as enough of the next one is there, and no earlier", () => {
  const buffer = new SentenceBuffer();
  expect(buffer.add("The shed is open [1]. The")).toEqual([]);
  expect(buffer.add(" shed is locked at ten in the")).toEqual([{ raw: "The shed is open [1].", isNewLine: false }]);
});

it("cuts a text the same way however it comes", () => {
  const words = fc.array(fc.constantFrom("Open", "the", "shed", "at 10", "Dr.", "e.g.", ". ", "! ", " [1]", "[2]", "\n", " ", "Mr. X", "3.5", "。", "?"), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.array(fc.nat(12), { maxLength: 30 }), (parts, lengths) => {
      const text = parts.join("");
      const pieces: string[] = [];
      let at = 0;
      for (const length of lengths) pieces.push(text.slice(at, (at += length)));
      expect(cut([...pieces, text.slice(at)]).join("").replace(/\s/g, "")).toBe(cut([text]).join("").replace(/\s/g, ""));
    }),
  );
});
