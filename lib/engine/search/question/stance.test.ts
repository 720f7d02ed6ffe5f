import { expect, it } from "vitest";

import { stanceOf, turnsAround } from "@/lib/engine/search/question/stance";

function isTurned(question: string, sentence: string, around: { near?: string; passage?: string } = {}): boolean {
  const stance = stanceOf(question);
  return stance !== undefined && turnsAround(stance, { sentence, near: sentence, passage: sentence, ...around });
}

it.each([
  ["Who gets the lowest bid?", "The highest bid is read out first."],
  ["Which costs are not covered by the plan?", "The plan covers dental costs."],
  ["What happens if there is no quorum?", "If there is a quorum, the board votes."],
  ["Who is able to sign contracts alone?", "Interns are unable to sign contracts."],
  ["What does Section 4.2 ask for?", "See Section 4.1 for the forms."],
  ["Who can enter with a badge of level 3?", "With a badge of level 2 one enters the hall."],
  ["What title did Harald II take?", "He was crowned by Harald III in spring."],
  ["What is served on Tuesday evenings?", "On Friday evenings soup is served."],
])("%s ≠ %s", (question, sentence) => expect(isTurned(question, sentence)).toBe(true));

it.each([
  ["Is the highest bid accepted?", "The lowest bid is accepted."],
  ["Who gets the lowest bid?", "The lowest bid goes to the mayor, the highest bid to the bank."],
  ["Which costs are not covered by the plan?", "The plan excludes spas and covers all other costs."],
  ["What if I cannot come to work?", "Tell your lead before nine."],
  ["Why is the fee not refunded?", "The fee is refunded in May."],
  ["How many seats does the first room have?", "In the second quarter we counted 40 seats."],
  ["What does Section 4.2 ask for?", "Section 4.1 and 4.2 ask for two forms."],
  ["How much is a hotel in room class 2?", "A hotel costs 90 euros."],
])("%s = %s", (question, sentence) => expect(isTurned(question, sentence)).toBe(false));

it("looks at the whole passage for what is asked, and at the neighbours and headings for a denial", () => {
  const asked = "Who gets the lowest bid?";
  expect(isTurned(asked, "The highest bid is read out first.", { passage: "The lowest bid goes to the mayor. The highest bid is read out first." })).toBe(false);
  const denied = "Which costs are not covered?";
  expect(isTurned(denied, "Covered are:", { near: "What we do not pay\nCovered are:" })).toBe(false);
});
