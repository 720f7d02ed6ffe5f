/** A document of the sample set. */
export interface SampleDocument {
  name: string;
  text: string;
}

/** A golden question of the sample set: a phrase that must come back, or null for a refusal. */
export interface SampleQuestion {
  question: string;
  phrase: string | null;
  /** The name of the document that must be cited. */
  document: string | null;
}

/** Golden questions of the sample set carry this tag. */
export const SAMPLE_TAG = "sample";

const HOLIDAYS = "samples/holidays.md";
const EXPENSES = "samples/travel-expenses.md";
const EQUIPMENT = "samples/equipment.md";

/** A few short documents of a company that does not exist, to try the product on. */
export const SAMPLE_DOCUMENTS: readonly SampleDocument[] = [
  {
    name: HOLIDAYS,
    text: `# Holidays at Alder & Finch

## How many days

Every full-time employee has 28 days of paid holiday a year. Part-time employees have the same in proportion to their hours.

## Asking for holiday

Holiday is requested in the calendar at least two weeks before it begins. Your team lead answers within three working days.

## Days that are left

Up to five unused days can be carried over into the next year. They must be taken before the end of March.
`,
  },
  {
    name: EXPENSES,
    text: `# Travel expenses at Alder & Finch

## Trains and flights

Trains are booked in second class. Flights are allowed for journeys that take longer than six hours by train.

## Hotels

A hotel may cost up to 140 euros a night, breakfast included. In London and Zurich the limit is 190 euros a night.

## Receipts

Receipts are handed in within 30 days after the journey. Expenses are paid out with the next salary.
`,
  },
  {
    name: EQUIPMENT,
    text: `# Equipment at Alder & Finch

## Laptops

Laptops are replaced every four years. A laptop that breaks earlier is repaired or replaced by the service desk.

## Lost or stolen devices

A lost or stolen device is reported to the service desk within 24 hours, so that it can be locked from afar.

## Working from home

For a desk at home the company pays up to 400 euros once, for a chair, a screen or a lamp.
`,
  },
];

/** What the sample documents must answer, and what they must not be made to say. */
export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  { question: "How many days of paid holiday does a full-time employee have?", phrase: "28 days", document: HOLIDAYS },
  { question: "How many unused holidays can be carried over into the next year?", phrase: "five unused days", document: HOLIDAYS },
  { question: "How much may a hotel cost a night in Zurich?", phrase: "190 euros", document: EXPENSES },
  { question: "Within how many hours is a stolen device reported?", phrase: "24 hours", document: EQUIPMENT },
  { question: "Which vaccinations does a rabbit need?", phrase: null, document: null },
];
