import { describe, expect, it } from "vitest";

import { holdsExpected } from "@/lib/engine/search/question/expected-answer";
import { readQuestion } from "@/lib/engine/search/question/read-question";

const read = (text: string) => readQuestion(text);

describe("readQuestion", () => {
  it.each([
    ["When does the office close?", "time"],
    ["How many seats are included?", "number"],
    ["What is the hotel limit?", "number"],
    ["Who approves travel?", "person"],
    ["Where is the archive kept?", "place"],
    ["Why do we review contracts?", "anything"],
    ["Wann ist das Büro zu?", "anything"],
  ])("knows what %s asks for", (text, expected) => {
    expect(read(text).expected).toBe(expected);
  });

  it("finds the names and numbers, not the first word", () => {
    expect(read("Does Halden match contributions in 2031 for Tier B2?").names.map((name) => name[0])).toEqual(["halden", "2031", "tier", "b2"]);
  });
});

describe("holdsExpected", () => {
  const words = new Set(["how", "many", "days", "2024", "halden"]);
  it("wants something that the question did not say itself", () => {
    expect(holdsExpected({ expected: "number", words }, "In 2024 the days were long.")).toBe(false);
    expect(holdsExpected({ expected: "number", words }, "Twelve of them.")).toBe(true);
    expect(holdsExpected({ expected: "person", words }, "It is approved by Halden.")).toBe(false);
    expect(holdsExpected({ expected: "person", words }, "It is approved by Ines Moreau.")).toBe(true);
    expect(holdsExpected({ expected: "time", words }, "It opened in March.")).toBe(true);
    expect(holdsExpected({ expected: "anything", words }, "Whatever.")).toBeUndefined();
  });
});
