import { isProbablyReaderable, Readability } from "@mozilla/readability";

import { parseHtml } from "@/lib/engine/ingest/read/html/parse-html";

const AROUND_CONTENT = "nav, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=complementary]";

/** The article that Readability finds counts only if it keeps this share of the words, tables and lists around it. */
const KEPT_SHARE = 0.5;

/** The element whose content a customer would call the page: the article if one can be told, else the body. */
export function mainContent(document: Document): Element {
  const { body } = document;
  const before = wordsIn(body);
  const around = [...body.querySelectorAll(AROUND_CONTENT)];
  const aroundWords = around.reduce((sum, element) => sum + (around.some((other) => other !== element && other.contains(element)) ? 0 : wordsIn(element)), 0);
  if (aroundWords < before * KEPT_SHARE) for (const element of around) element.remove();
  return articleIn(document) ?? body;
}

function articleIn(document: Document): Element | undefined {
  if (!isProbablyReaderable(document)) return undefined;
  const { body } = document;
  const copy = parseHtml(document.toString());
  const html = new Readability(copy).parse()?.content;
  if (typeof html !== "string") return undefined;
  const article = parseHtml(html).body;
  const keeps = (count: (element: Element) => number) => count(article) >= count(body) * KEPT_SHARE;
  const complete = keeps(wordsIn) && keeps((element) => element.querySelectorAll("td, th").length) && keeps((element) => element.querySelectorAll("li").length);
  return complete ? withHeading(article, document) : undefined;
}

/** Readability leaves the page's title out of the content, and readers need it. */
function withHeading(article: Element, document: Document): Element {
  const title = document.querySelector("h1")?.textContent?.trim() ?? "";
  if (title === "" || article.querySelector("h1") !== null || article.textContent?.includes(title)) return article;
  const heading = article.ownerDocument.createElement("h1");
  heading.textContent = title;
  article.prepend(heading);
  return article;
}

function wordsIn(element: Element): number {
  return (element.textContent ?? "").split(/\s+/).length;
}
