import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exampleQuestions } from "@/lib/portal/chat/example-questions";

describe("exampleQuestions", () => {
  it.each([
    ["hr/03-parental_leave-policy-v2.pdf", "What should I know about parental leave?"],
    ["Remote Work Policy 2026.docx", "What should I know about remote work?"],
    ["IT security guidelines.md", "What should I know about IT security?"],
    ["expenseReport.final.html", "What should I know about expense report?"],
  ])("makes a question of %s", (name, question) => {
    expect(exampleQuestions([name])).toEqual([question]);
  });

  it.each(["scan0001.pdf", "2026-11-24.txt", "9f86d081884c7d65.pdf", "policy.md", ".pdf", "IMG_2041.pdf", `${"very long name ".repeat(9)}.pdf`])("makes none of %s", (name) => {
    expect(exampleQuestions([name])).toEqual([]);
  });

  it("asks each thing once, and three things at most", () => {
    expect(exampleQuestions(["a/leave.md", "b/leave.pdf", "travel.md", "expenses.md", "benefits.md"])).toEqual([
      "What should I know about leave?",
      "What should I know about travel?",
      "What should I know about expenses?",
    ]);
  });

  it("never throws, and never asks at length", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 5 }), (names) => {
        for (const question of exampleQuestions(names)) expect(question.length).toBeLessThan(90);
      }),
    );
  });
});
