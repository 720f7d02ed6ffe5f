const MONTH =
  "(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s)?|märz|apr(?:il)?|avril|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre)\\.?";
/** Words before a number that make it a year, in the languages whose words are known. */
const BEFORE = `(?:in|since|until|till|before|after|during|around|year|fiscal|fy|q[1-4]|early|late|mid|im|jahr|seit|bis|en|depuis|desde|año|année|${MONTH}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?)`;
/** Behind a number, what is counted: then it is no year. */
const COUNTED = "(?:\\s?[%\\p{Sc}]|\\s+(?:percent|euros?|dollars?|pounds?|francs?|hours?|days?|people|employees|users|items|units|pages|words|characters|kilomet\\w+|met(?:er|re)s?|miles|kg|km|mb|gb)\\b|[.,]?\\d)";
const ASKED = new RegExp(`(?<![\\p{L}\\p{N}])${BEFORE}[\\s'’-]*((?:1[6-9]|20)\\d\\d)(?!${COUNTED})`, "giu");
/** Wherever it stands, but not as part of a longer number, and not of an amount of money. */
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}\\p{Sc}][.,]?)(?:1[6-9]|20)\\d\\d(?!${COUNTED})`, "giu");

/** The years that a question asks about: `in 2022`, `FY2023`, `since the year 1999`, `September 30, 2013`, and no amounts such as `1,500` or `2000 euros`. */
export function yearsAsked(question: string): string[] {
  return [...new Set([...question.matchAll(ASKED)].map(([, year]) => year ?? ""))];
}

/** Whether a text names any year at all. */
export function namesYear(text: string): boolean {
  return text.search(NAMED) !== -1;
}
