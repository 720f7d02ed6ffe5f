import type { Environment } from "@/lib/engine/contract";
import type { GoldenQuestionInput } from "@/lib/portal/golden/golden-question";
import type { Role } from "@/lib/portal/roles";

/** A person of the demo, before there is a password. The first of a customer is its owner. */
export interface PlannedPerson {
  name: string;
  email: string;
  role: Role;
  /** Also of the operator's team. */
  operator?: boolean;
}

/** A golden question; the document that must be cited goes by its name. */
export type PlannedQuestion = Omit<GoldenQuestionInput, "expectedDocument"> & { document?: string };

/** A project with its documents (`prisma/seed/documents/<customer>/<environment>`). */
export interface PlannedProject {
  environment: Environment;
  questions: readonly PlannedQuestion[];
  /** The questions are run and signed, and "Ask your docs" is on for end users. */
  switchedOn: boolean;
}

/** A customer of the demo. */
export interface PlannedCustomer {
  /** The folder of its documents, and what it is told apart by from one try to the next. */
  key: string;
  name: string;
  /** At the foot of its documents' pages. */
  company: string;
  people: readonly [PlannedPerson, ...PlannedPerson[]];
  projects: readonly [PlannedProject, ...PlannedProject[]];
}

const HOW_MANY_DAYS = "How many days of vacation do full-time employees have?";
const MEALS = "What is the daily limit for meals while travelling?";
const OFF_TOPIC = { question: "Which wine goes well with grilled salmon?", expectsRefusal: true, tags: ["off topic"] };

const HR_TEAM: PlannedCustomer = {
  key: "northwind",
  name: "Northwind People",
  company: "Northwind",
  people: [
    { name: "Amelia Hart", email: "amelia.hart@northwind.example", role: "owner" },
    { name: "Tomasz Nowak", email: "tomasz.nowak@northwind.example", role: "admin" },
    { name: "Mireille van Dongen", email: "mireille.vandongen@northwind.example", role: "member" },
    { name: "Priya Raman", email: "priya.raman@northwind.example", role: "reader" },
  ],
  projects: [
    {
      environment: "production",
      questions: [
        { question: HOW_MANY_DAYS, expectedPhrases: ["28 days"], document: "people/vacation-policy.pdf", mustPass: true, tags: ["leave"] },
        { question: MEALS, expectedPhrases: ["£38 a day"], document: "people/expenses-policy.pdf", tags: ["expenses"] },
        OFF_TOPIC,
      ],
      switchedOn: true,
    },
  ],
};

const SALES_TEAM: PlannedCustomer = {
  key: "fabrikam",
  name: "Fabrikam Sales",
  company: "Fabrikam Sales",
  people: [
    { name: "Ingrid Sommer", email: "ingrid.sommer@fabrikam.example", role: "owner" },
    { name: "Chiara Conti", email: "chiara.conti@fabrikam.example", role: "member" },
    { name: "Lukas Brandt", email: "lukas.brandt@fabrikam.example", role: "reader" },
  ],
  projects: [
    {
      environment: "production",
      questions: [
        { question: HOW_MANY_DAYS, expectedPhrases: ["25 days"], document: "team/vacation-and-absence.md", tags: ["leave"] },
        { question: "Who approves discounts of more than 12 per cent?", expectedPhrases: ["Ingrid Sommer"], document: "playbook/discount-approval.docx", mustPass: true },
      ],
      switchedOn: false,
    },
    { environment: "staging", questions: [], switchedOn: false },
  ],
};

const OPERATOR: PlannedCustomer = {
  key: "citadel",
  name: "Citadel Inc.",
  company: "Citadel Inc.",
  people: [
    { name: "Nadia Okafor", email: "nadia.okafor@citadel.example", role: "owner", operator: true },
  ],
  projects: [{ environment: "production", questions: [{ question: HOW_MANY_DAYS, expectedPhrases: ["30 days"], document: "team/vacation.md" }], switchedOn: false }],
};

/** The customers of the demo; the one that is switched on first, so that its documents are read first. */
export const CUSTOMERS: readonly PlannedCustomer[] = [HR_TEAM, SALES_TEAM, OPERATOR];
