import fc from "fast-check";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { AnswerText } from "@/components/chat/answer-text";
import { viewerHref } from "@/components/viewer/viewer-href";
import type { Citation } from "@/lib/engine/contract";

const ADDRESS = { org: "acme", project: "production" };
const TAGS = new Set(["div", "p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a", "span"]);

const citation = (index: number): Citation => ({
  index,
  documentId: `doc_${index}`,
  documentName: `hr/"leave" <${index}>.md`,
  page: index,
  quote: "Everyone gets 15 days.",
  start: 0,
  end: 22,
  score: 0.8,
});
const CITATIONS = [citation(1), citation(2)];
const HREFS = new Set(CITATIONS.map((one) => viewerHref({ ...ADDRESS, ...one })));

function elementsOf(text: string, form: "quoted" | "written", citations: Citation[] | null = CITATIONS) {
  const html = renderToStaticMarkup(<AnswerText text={text} form={form} citations={citations} address={ADDRESS} />);
  return [...parseHTML(`<main>${html}</main>`).document.querySelectorAll("main *")];
}

const linksOf = (text: string, form: "quoted" | "written") => elementsOf(text, form).flatMap((element) => element.getAttribute("href") ?? []);
const textOf = (text: string, form: "quoted" | "written") => (elementsOf(text, form)[0]?.textContent ?? "").replace(/\u00a0(?=\[)/g, " ");

/** Whatever could make a browser load, run or lead to something. */
function expectHarmless(text: string, form: "quoted" | "written") {
  for (const element of elementsOf(text, form)) {
    expect(TAGS).toContain(element.localName);
    const names = element.getAttributeNames();
    if (element.localName === "a") expect(HREFS).toContain(element.getAttribute("href"));
    else expect(names.filter((name) => name !== "class" && name !== "start")).toEqual([]);
    expect(names.filter((name) => name.startsWith("on") || name === "style" || name === "src")).toEqual([]);
  }
}

const hostile = fc.constantFrom(
  "[1]", "[2]", "[3]", "[1](https://evil.example)", "![x](https://evil.example/p.png)", "<https://evil.example>", "https://evil.example", "[1]: https://evil.example",
  "\n\n", "\n", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<a href='javascript:alert(1)'>x</a>", "<!--", "]]>", "[a][1]", "[1][]", "![][1]", "`", "```\n", "~~~",
  "* ", "- ", "1. ", "> ", "# ", "---\n", "\\", "&lt;script&gt;", "&#91;1&#93;", "|", "[", "]", "(", ")", "!", "<", ">", "javascript:", "data:text/html,x", "    ", "\t", "^[1]",
);
const answers = fc.array(fc.oneof({ weight: 3, arbitrary: hostile }, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 24 }).map((parts) => parts.join(""));

describe("AnswerText", () => {
  it.each(["quoted", "written"] as const)("lets nothing of a %s text become a link of its own, an image or a script", (form) => {
    fc.assert(
      fc.property(answers, (text) => expectHarmless(text, form)),
      { numRuns: 300 },
    );
  });

  it("shows a quoted text to the letter", () => {
    fc.assert(
      fc.property(answers, (text) => {
        expect(textOf(text, "quoted")).toBe(text.replace(/\n{2,}/g, "").replace(/\u00a0(?=\[)/g, " "));
      }),
    );
    expect(textOf("1986. A year with # and *stars* [9]", "quoted")).toBe("1986. A year with # and *stars* [9]");
  });

  it.each(["quoted", "written"] as const)("makes links of the marks of a %s text that name a citation", (form) => {
    expect(linksOf("Fifteen days [1], or ten [2][1]. Not [3] nor [x].", form)).toEqual([...HREFS, [...HREFS][0]]);
  });

  it("keeps a mark our own when a document defines it", () => {
    expect(linksOf("See [1].\n\n[1]: https://evil.example", "written")).toEqual([viewerHref({ ...ADDRESS, ...citation(1) }), viewerHref({ ...ADDRESS, ...citation(1) })]);
    expect(linksOf("[1](https://evil.example)", "written")).toEqual([viewerHref({ ...ADDRESS, ...citation(1) })]);
  });

  it("shows marks without links while the answer is on its way", () => {
    const elements = elementsOf("Fifteen days [1]", "written", null);
    expect(elements.map(({ localName }) => localName)).toEqual(["div", "p", "span"]);
  });

  it("forms what a model writes", () => {
    const names = elementsOf("# Leave\n\n- **15** days\n- `code [1]`", "written").map(({ localName }) => localName);
    expect(names).toEqual(["div", "p", "ul", "li", "strong", "li", "code"]);
  });
});
