import fc from "fast-check";

/** Names of documents, in both tenants the same. */
const NAMES = ["hr/leave.md", "travel.md"] as const;
/** What a document may say; the tenant's own word stands in it. */
export const TEXTS: readonly ((tag: string) => string)[] = [
  (tag) => `Staff of ${tag} may carry twelve days of leave into the next year.`,
  (tag) => `The night train to the ${tag} office is booked through the travel desk.`,
  (tag) => `Leave at ${tag} ends when the travel budget of forty crowns is spent.`,
];
/** What both tenants ask: in words that the documents of either would answer. */
export const QUESTIONS = ["How many days of leave may staff carry into the next year?", "How is the night train booked?", "What is the travel budget?"] as const;

const name = fc.constantFrom(...NAMES);
const text = fc.nat({ max: TEXTS.length - 1 });
const question = fc.constantFrom(...QUESTIONS);

/** One thing that one of two tenants does; `by` is 0 or 1. */
export const operation = fc.tuple(
  fc.nat({ max: 1 }),
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("upload"), name, text }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("replace"), name, text }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove"), name }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("search"), question }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("ask"), question }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("look") }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("reach across") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("rotate key") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("invite") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("guest comes or goes") }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("save golden"), question }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("export") }) },
  ),
);

/** One thing that one of two tenants does. */
export type Operation = [by: number, what: Doing];
/** What is done, with its arguments. */
export type Doing =
  | { kind: "upload" | "replace"; name: string; text: number }
  | { kind: "remove"; name: string }
  | { kind: "search" | "ask" | "save golden"; question: string }
  | { kind: "look" | "reach across" | "rotate key" | "invite" | "guest comes or goes" | "export" };

/** A history of two tenants, interleaved. */
export const history: fc.Arbitrary<Operation[]> = fc.array(operation as fc.Arbitrary<Operation>, { minLength: 2, maxLength: 6 });
