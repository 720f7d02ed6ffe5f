import type { DocumentPage } from "@/lib/engine/contract";
import { isAsking } from "@/lib/portal/golden/suggestions/is-asking";
import { type Section, sectionsOf, sentencesOf } from "@/lib/portal/golden/suggestions/sections";
import { tableQuestions } from "@/lib/portal/golden/suggestions/table-questions";

/** What a suggestion was made of, the most natural first; `written` by a language model, all others by rules. */
export const SUGGESTION_KINDS = ["faq", "written", "definition", "number", "value", "heading"] as const;

/** A question that a page answers, and what the answer must hold. */
export interface PageSuggestion {
  kind: (typeof SUGGESTION_KINDS)[number];
  question: string;
  expectedPhrases: string[];
  referenceAnswer: string | null;
  /** The words of the page it was made of. */
  excerpt: string;
}

const LONGEST_QUESTION = 160;
const LONGEST_EXCERPT = 240;
const UNIT = "(?:percent|per cent|%|euros?|dollars?|pounds?|days?|weeks?|months?|years?|hours?|minutes?|times|people|employees|users|kilometres|km|GB|MB)";
const NUMBER = `(?:[$€£¥]\\s?)?\\d[\\d.,]*\\d|(?:[$€£¥]\\s?)?\\d`;
const AMOUNT = new RegExp(`((?:${NUMBER})(?:\\s?${UNIT})?)(?![\\p{L}\\d])`, "u");
const ABOUT = /^(?:introduction|overview|contents|table of contents|summary|general|scope|purpose|background|appendix|notes?|references|faq|frequently asked questions)$/i;

/** Questions that a page answers, by its question-and-answer pairs, defined terms, numbers, named values and headings. */
export function suggestFromPage(page: Pick<DocumentPage, "text" | "blocks">): PageSuggestion[] {
  const english = isEnglish(page.text);
  return sectionsOf(page).flatMap((section) => [
    ...faqs(section),
    ...definitions(section),
    ...numbers(section),
    ...tables(section),
    ...values(section),
    ...heading(section, english),
  ]);
}

function faqs({ heading: title, pieces }: Section): PageSuggestion[] {
  const found: PageSuggestion[] = [];
  const pair = (question: string, answer: string | undefined) => {
    // A list of questions is no answer to the one above it.
    if (answer === undefined || answer.endsWith("?") || question.split(" ").length < 3 || question.length > LONGEST_QUESTION) return;
    found.push(suggestion("faq", question.replace(/^(?:Q|\d+)[.:)]\s*/, ""), answer.replace(/^A[.:)]\s*/, ""), amountsIn(sentencesOf(answer)[0] ?? "")));
  };
  if (title?.endsWith("?")) pair(title, pieces[0]?.text);
  for (const [index, { kind, text }] of pieces.entries()) {
    // What stands after a list of questions answers none of them, and not its last one either.
    const inList = pieces[index - 1]?.text.endsWith("?") === true;
    if (kind !== "table-row" && text.endsWith("?") && !inList) pair(text, pieces[index + 1]?.text);
  }
  return found;
}

function definitions({ pieces }: Section): PageSuggestion[] {
  return sentencesIn(pieces).flatMap((sentence) => {
    const term = /^(?:The term )?["“]([^"”]{2,60})["”]\s+(?:means|refers to|is defined as|shall mean|stands for)\s/.exec(sentence)?.[1];
    return term === undefined ? [] : [{ ...suggestion("definition", `What does “${term}” mean?`, sentence, []), referenceAnswer: sentence }];
  });
}

function numbers({ pieces }: Section): PageSuggestion[] {
  return sentencesIn(pieces.filter(({ kind }) => kind !== "table-row")).flatMap((sentence) => {
    const question = numberQuestion(sentence);
    return question === undefined ? [] : [suggestion("number", question.question, sentence, [question.amount])];
  });
}

/** What a sentence with one plain amount answers; undefined for a sentence of another form. */
function numberQuestion(sentence: string): { question: string; amount: string } | undefined {
  const limits = "(?:limited to |set at |up to |at most |at least |about |exactly )?";
  const subject = new RegExp(`^(?:The|Our|Your)\\s+([\\p{L}][\\p{L} '’-]{2,60}?)\\s+(is|are|costs?|amounts? to|lasts?|takes?)\\s+${limits}${AMOUNT.source}`, "u").exec(sentence);
  if (subject?.[1] && subject[3]) return { question: `What ${subject[2] === "are" ? "are" : "is"} the ${subject[1]}?`, amount: subject[3] };
  const budget = new RegExp(`${AMOUNT.source}\\s(?:a|per|each)\\s(year|month|week|day)\\sfor\\s([\\p{L}][\\p{L} ,'’-]{2,60}?)[.;]`, "u").exec(sentence);
  if (budget?.[1] && budget[3]) return { question: `How much is there a ${budget[2] ?? "year"} for ${budget[3]}?`, amount: budget[1] };
  const count = /(\d[\d,.]*)\s(days|weeks|months|hours|years|minutes)\sof\s([a-z][a-z ’'-]{2,40}?)(?=[.,;:)]|\s(?:per|a|each|every|in|for|on)\s)/.exec(sentence);
  if (count?.[1] && count[2] && count[3]) return { question: `How many ${count[2]} of ${count[3]} are there?`, amount: `${count[1]} ${count[2]}` };
  return undefined;
}

function values({ heading: title, pieces }: Section): PageSuggestion[] {
  return pieces
    .filter(({ kind }) => kind === "list-item" || kind === "paragraph")
    .flatMap(({ text }) => {
      const [, label, value] = /^([\p{L}][\p{L} /-]{2,40}):\s+([^:]{2,80}?)\.?$/u.exec(text) ?? [];
      if (label === undefined || value === undefined || title === null) return [];
      return [suggestion("value", `What is given for “${label}” under “${withoutNumber(title)}”?`, text, [value])];
    });
}

function tables({ pieces }: Section): PageSuggestion[] {
  const rows = pieces.filter(({ kind }) => kind === "table-row").map(({ text }) => text);
  return tableQuestions(rows).map(({ question, value, row }) => suggestion("value", question, row, [value]));
}

function heading({ heading: title, pieces }: Section, english: boolean): PageSuggestion[] {
  if (title === null || title.endsWith("?")) return [];
  const name = withoutNumber(title);
  const body = pieces.map(({ text }) => text).join(" ");
  if (ABOUT.test(name) || name.length < 4 || name.length > 80 || !/\p{L}{3}/u.test(name) || body.length < 80) return [];
  return [suggestion("heading", english && !isAsking(name) ? `What should I know about ${name}?` : `${name}?`, body, [])];
}

function suggestion(kind: PageSuggestion["kind"], question: string, excerpt: string, expectedPhrases: string[]): PageSuggestion {
  const short = excerpt.length > LONGEST_EXCERPT ? `${excerpt.slice(0, LONGEST_EXCERPT).replace(/\s\S*$/, "")}…` : excerpt;
  return { kind, question: question.charAt(0).toUpperCase() + question.slice(1), excerpt: short, expectedPhrases, referenceAnswer: null };
}

function sentencesIn(pieces: readonly { text: string }[]): string[] {
  return pieces.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => sentence.length <= 400);
}

/** The amount of a sentence that has one; which of several an answer must hold is for a person to say. */
function amountsIn(sentence: string): string[] {
  const all = [...sentence.matchAll(new RegExp(AMOUNT.source, "gu"))].map(([, amount = ""]) => amount.trim());
  return all.length === 1 ? all : [];
}

function withoutNumber(title: string): string {
  return title.replace(/^(?:§\s*)?[\dIVX]+(?:\.\d+)*[.)]?\s+/, "").replace(/[.:]$/, "");
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => ["the", "and", "of", "to", "is", "a", "in", "for", "are"].includes(word)).length;
  return words.length > 0 && common / words.length > 0.06;
}
