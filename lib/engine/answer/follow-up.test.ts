import { describe, expect, it } from "vitest";

import { inContext } from "@/lib/engine/answer/follow-up";

const turn = (question: string) => ({ question, answer: "…" });

describe("inContext", () => {
  const history = [turn("How many vacation days do full-time employees get?"), turn("and in the first year?")];

  it.each(["and for part-timers?", "What about interns?", "Why?", "Can it be extended?"])("reads %s behind the last question that stood alone", (question) => {
    expect(inContext(question, history)).toBe(`How many vacation days do full-time employees get? ${question}`);
  });

  it("leaves a question alone that stands alone", () => {
    const question = "Which hotel chains have we negotiated corporate rates with?";
    expect(inContext(question, history)).toBe(question);
  });

  it("has nothing to lean on in a new session", () => {
    expect(inContext("and for part-timers?", [])).toBe("and for part-timers?");
  });
});
