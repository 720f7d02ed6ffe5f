import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { wordChanges } from "@/lib/portal/golden/runs/word-changes";

describe("wordChanges", () => {
  it("shows the words that changed and leaves the rest", () => {
    expect(wordChanges("You get 15 days of leave.", "You get 20 days of paid leave.")).toEqual([
      { kind: "same", text: "You get " },
      { kind: "gone", text: "15 " },
      { kind: "new", text: "20 " },
      { kind: "same", text: "days of " },
      { kind: "new", text: "paid " },
      { kind: "same", text: "leave." },
    ]);
  });

  it("has nothing to show for the same text, and all for texts without a common word", () => {
    expect(wordChanges("", "")).toEqual([]);
    expect(wordChanges("Same.", "Same.")).toEqual([{ kind: "same", text: "Same." }]);
    const [long, longer] = ["a ".repeat(2_000), "b ".repeat(2_000)];
    expect(wordChanges(long, longer)).toEqual([
      { kind: "gone", text: long },
      { kind: "new", text: longer },
    ]);
  });

  const text = fc.array(fc.constantFrom("leave", "days", "15", "of", "a\n", "  b"), { maxLength: 20 }).map((words) => words.join(" "));

  it("adds up to both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        const join = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).map((change) => change.text).join("");
        expect([join("same", "gone"), join("same", "new")]).toEqual([before, after]);
      }),
      { numRuns: 300 },
    );
  });
});
