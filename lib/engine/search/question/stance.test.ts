import { expect, it, vi } from "vitest";

import { stanceOf, turnOf } from "@/lib/engine/search/question/stance";

function turn(question: string, sentence: string, around: { near?: string; passage?: string } = {}): string {
  const stance = stanceOf(question);
  return (stance === undefined ? undefined : turnOf(stance, { sentence, near: sentence, passage: sentence, ...around })) ?? "no";
}

it.each([
  ["Who gets the lowest bid?", "The highest bid is read out first."],
  ["Who is able to sign contracts alone?", "Interns are unable to sign contracts."],
  ["Which informal meetings are there?", "Formal meetings are held in June."],
  ["What does Section 4.2 ask for?", "See Section 4.1 for the forms."],
  ["Who can enter with a badge of level 3?", "With a badge of level 2 one enters the hall."],
  ["What title did Harald II take?", "He was crowned by Harald III in spring."],
  ["What is served on Tuesday evenings?", "On Friday evenings soup is served."],
  ["What is served on Tuesday evenings?", "On Friday evenings soup is served, on Monday evenings rice."],
  ["Which report covers German customers?", "The Spanish customers are covered by the report of spring."],
  // Another number of the same thing, another date.
  ["Who approves a discount of 12 percent?", "The sales lead approves a discount of 8 percent."],
  ["Who gave four speeches?", "Ms Bell gave three speeches."],
  ["Which hall holds three hundred guests?", "The red hall holds 120 guests."],
  ["What is kept for the thirty-fourth meeting?", "At the twenty-fourth meeting the minutes are kept."],
  ["Who is on duty on December 26?", "On December 24 Ms Bell is on duty."],
  ["What is closed on 3 May?", "The canteen is closed on 13 May."],
  ["Who was elected in October of 2031?", "Ms Bell was elected in June 2031."],
  ["What was opened in late May?", "The canteen was opened on 3 March."],
])("contrary: %s, %s", (question, sentence) => expect(turn(question, sentence)).toBe("contrary"));

it.each([
  ["Which costs are not covered by the plan?", "The plan covers dental costs."],
  ["Which countries do you not ship to?", "We ship to Norway."],
])("affirms: %s, %s", (question, sentence) => expect(turn(question, sentence)).toBe("affirms"));

it.each([
  // A yes or a no.
  ["Is the highest bid accepted?", "The lowest bid is accepted."],
  ["On Friday afternoons, can I work from home?", "On Monday afternoons everybody is in the office."],
  ["Please tell me if the most expensive plan is refundable", "The least expensive plan is refundable."],
  // Both are spoken of, by a name, a pronoun or a number.
  ["Who gets the lowest bid?", "The lowest bid goes to the mayor, the highest bid to the bank."],
  ["How do I install the app?", "Uninstall the app first, then install it from the store."],
  ["How do I import contacts?", "Export your contacts as CSV, then import them under Settings."],
  ["How long does the late shift last?", "The early shift lasts from 6 to 14, the late one from 14 to 22."],
  ["Who has access to private channels?", "Public channels are open to all, private ones to members."],
  ["Who sits on the third floor?", "Floor 3 holds the cafeteria, the first floor the reception."],
  ["What was revenue in the first quarter?", "Revenue was 5.0m in Q1 and 6.1m in the second quarter."],
  // Ranges, bounds, other notations.
  ["What is served on Wednesday mornings?", "Rolls are served from Monday through Friday mornings."],
  ["What is the hotel limit for grade 6?", "Grade 5 and above: 180 euros a night."],
  ["How many days do employees of level 4 get?", "From level 3 on, employees get 28 days."],
  ["What happens in Phase 2?", "In Phase II the pilot is rolled out."],
  ["What does Section 4.2 ask for?", "Section 4 lists the forms."],
  ["What does Section 4.2 ask for?", "Section 4.1 and 4.2 ask for two forms."],
  ["Who is on duty on December 26?", "From December 24 to January 2 Ms Bell is on duty."],
  ["Who approves a discount of 12 percent?", "Account managers approve a discount of up to 8 percent."],
  ["What notice holds after 7 years?", "After 5 years it is two months."],
  ["What discount is given for 20 seats?", "There are 5 % for 10 seats and 10 % for 50 seats."],
  ["Which three halls hold guests?", "Two halls hold guests: the red one and the green one."],
  ["How many of the 28 days can I keep?", "You can keep 5 days."],
  ["If I take 20 days off, who has to agree?", "One has 28 days off."],
  ["Who donated the 10.7 euros?", "10.7 billion euros were donated by the town."],
  ["Which badge opens the MI66 office?", "The MI6 office is opened by a red badge."],
  ["What is sold in March?", "Bulbs are sold in spring, and trees in October."],
  ["What is due in May?", "Reports are due each month on the fifth; in June on the eighth."],
  ["What may the office march against in court?", "In June the court was closed."],
  ["Who is on duty in May?", "Rota of 2031-05-02, printed in April: Ms Bell."],
  // Both sides are said at once, in the question or in the passage; a step on the way; one's own case within a rule.
  ["What limits apply to free accounts?", "Free and paid accounts are limited to 100 calls a minute."],
  ["Which shops are open on Tuesday mornings?", "On Monday and Tuesday mornings all shops are open."],
  ["How do I upgrade from the public plan?", "Choose a private plan under Billing."],
  ["What is the difference between the minimum rate and the maximum rate?", "The maximum rate holds on Sundays."],
  ["Which room can I book for 10 people?", "Room Oslo has space for 8 people."],
  ["Which room holds 10 people?", "Room Oslo holds 14 people."],
  ["What do 4 licences cost?", "One licence costs 99 euros."],
  ["Who approves an expense of 800 euros?", "Expenses of 500 euros or more are approved by the board."],
  ["Who approves an order of 30 seats?", "The weight limit is 20 seats."],
  ["What notice applies in the first six months?", "Probation lasts six months, during which notice is two weeks."],
  ["How quick is the first response?", "There is a 30 seconds response."],
  ["What was revenue in the last quarter?", "In the fourth quarter revenue was 4m."],
  ["What is the shipping for orders of more than 100 euros?", "Orders of less than 100 euros are charged 6.90; all others ship free."],
  ["Which defects are covered by the warranty?", "Defects discovered by the warranty's holder are repaired."],
  ["Give me three tips for a call", "There are two tips: speak up, and listen."],
  ["Where do visitors enter at 7 pm?", "The gate closes at 6 pm; then use Mill Lane."],
  ["Who gets a Windows 11 laptop?", "There are 5 laptops in the pool."],
  ["What are the opening hours in August?", "From June until the end of September it is open all day."],
  ["Who answered 10 000 letters?", "Ms Bell answered 900 letters."],
  // Another word than its contrary.
  ["Which form do new employees need?", "We inform new employees that form W-4 is needed."],
  ["How many seats does the first room have?", "In the second quarter we counted 40 seats."],
  // What is denied is given, left out or a bound; or the sentence says no in its own way.
  ["How long can I be sick without a doctor's note?", "From the fourth day on, a doctor's note is required."],
  ["What do I do if my key card doesn't work?", "If the key card no longer works, go to the desk."],
  ["What if I can't attend the training?", "Those who attend the next training tell their lead."],
  ["Please explain why my card was not accepted", "Cards are accepted in all shops."],
  ["What is the reason my claim is not covered?", "Claims are covered from May."],
  ["Which orders of no more than 20 pieces ship free?", "Orders up to 20 pieces ship free."],
  ["What is the customer no for billing?", "Billing takes the number of your contract."],
  ["Which costs are not covered by the plan?", "The plan excludes spas and covers all other costs."],
  ["What does the warranty not cover?", "The warranty covers defects; wear is the customer's own matter."],
])("no turn: %s, %s", (question, sentence) => expect(turn(question, sentence)).toBe("no"));

it("looks at the whole passage for what is asked, and at neighbours and headings for a denial", () => {
  expect(turn("Who gets the lowest bid?", "The highest bid is read out first.", { passage: "The lowest bid goes to the mayor. The highest bid is read out first." })).toBe("no");
  const denied = "Which costs are not covered?";
  expect(turn(denied, "Covered are:", { near: "What we do not pay\nCovered are:" })).toBe("no");
  expect(turn(denied, "The plan covers dental costs.", { passage: "The plan covers dental costs. It covers glasses. Every claim is sent in. Not covered are spas." })).toBe("no");
});

it("reads no more of a pasted page than of a question", () => {
  expect(stanceOf(`Which ${"open doors closed doors ".repeat(500)}`)?.qualifiers.length).toBeLessThanOrEqual(48);
});

it("makes no pattern for a question: one with classes of letters takes 0.3 ms to compile", () => {
  const made = vi.fn();
  vi.stubGlobal("RegExp", new Proxy(RegExp, { construct: (target, args) => (made(args), Reflect.construct(target, args)) }));
  try {
    expect(turn("What does Section 4.2 ask for?", "See Section 4.1 for the forms.")).toBe("contrary");
    expect(turn("What is served on Tuesday evenings?", "On Friday evenings soup is served.")).toBe("contrary");
    expect(turn("Who gets the first bid?", "The second bid is read out.")).toBe("contrary");
    expect(turn("What was opened in late May?", "The canteen was opened on 3 March.")).toBe("contrary");
  } finally {
    vi.unstubAllGlobals();
  }
  expect(made).not.toHaveBeenCalled();
});
