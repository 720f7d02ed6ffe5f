import fc from "fast-check";
import { expect, it, test } from "vitest";

import { plainSentence } from "@/lib/engine/answer/writing/plain-sentence";

test.each([
  ["You get **28 days** [1].", "You get 28 days.", [1]],
  ["- You get `28` days [2, 1].", "You get 28 days.", [2, 1]],
  ["See [the policy](https://evil.example/x) [1].", "See the policy.", [1]],
  ["![pixel](https://evil.example/p.png?q=1) Open [3].", "Open.", [3]],
  ["<b>Open</b> <script src=//evil.example></script> [1]", "Open", [1]],
  ["Fewer than 3 < 4 days and file_name [1].", "Fewer than 3 < 4 days and file_name.", [1]],
  ["1. Open【2】.", "Open.", [2]],
])("%s", (raw, text, cited) => {
  expect(plainSentence({ raw })).toEqual({ text, cited });
});

it("leaves no link, image, tag or mark, whatever a model writes", () => {
  const piece = fc.constantFrom("[", "]", "(", ")", "!", "<", ">", "a", "b", "img src=x", "/", "1", " ", "](", "![", "[1]", "<b", "*", "_", "`", "http://x.example", "\u202e", "\u0000", "\n", "- ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { text } = plainSentence({ raw: pieces.join("") });
      expect(text).not.toMatch(/\]\(|<[a-z!/?]|\[\d+\]|[\u0000-\u001f\u202a-\u202e]/i);
      expect(plainSentence({ raw: text }).cited).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
