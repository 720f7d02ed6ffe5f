import { describe, expect, it } from "vitest";

import { costWords, durationWords } from "@/components/golden/run-words";

const started = "2026-01-01T00:00:00.000Z";

describe("the words about a run", () => {
  it.each([
    ["2026-01-01T00:00:03.210Z", "3.2 s"],
    ["2026-01-01T00:00:42.400Z", "42 s"],
    ["2026-01-01T00:03:05.000Z", "3 min 5 s"],
    [null, "–"],
  ])("say how long it took until %s", (finishedAt, words) => {
    expect(durationWords({ startedAt: started, finishedAt })).toBe(words);
  });

  it("say what it cost", () => {
    expect(costWords({ generated: 0, tokens: 0 })).toBe("No model was used");
    expect(costWords({ generated: 12, tokens: 3400 })).toBe("12 answers by a model, about 3,400 tokens");
  });
});
