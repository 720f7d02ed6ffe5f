/**
 * How well questions of one meaning come together as one gap: npm run eval:gaps [-- file…]. A file has a line of JSON for each meaning, an array of its wordings. The
 * questions come one by one in several orders, as people ask them, and each joins the gap that it is most alike, or begins one. Printed by B-cubed (Bagga and Baldwin 1998):
 * precision is the share of a question's gap that means the same, recall the share of what means the same that is in its gap, each averaged over the questions.
 */
import { readFileSync } from "node:fs";

import { type Meaning, meaningOf } from "@/lib/portal/gaps/meaning";
import { mostAlike } from "@/lib/portal/gaps/most-alike";

interface Asked extends Meaning {
  /** Which of the file's lines it is a wording of. */
  of: number;
  question: string;
}

/** A gap is compared by its first question. */
type Gathered = Meaning & { questions: Asked[] };

const ORDERS = 20;

for (const file of process.argv.length > 2 ? process.argv.slice(2) : ["evals/gaps/meanings.jsonl"]) {
  const asked = await readWordings(file);
  console.log(`${file}: ${asked.length} questions, ${new Set(asked.map(({ of }) => of)).size} meanings, ${ORDERS} orders`);
  console.log(`by meaning      ${figures(asked)}`);
  console.log(`by words alone  ${figures(asked.map((question) => ({ ...question, vector: null })))}`);
}

async function readWordings(file: string): Promise<Asked[]> {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const wordings = lines.flatMap((line, of) => (JSON.parse(line) as string[]).map((question) => ({ of, question })));
  return Promise.all(wordings.map(async ({ of, question }) => ({ of, question, ...(await meaningOf(question)) })));
}

function figures(asked: readonly Asked[]): string {
  const seen = Array.from({ length: ORDERS }, (_, order) => gather(inOrder(asked, order))).flat();
  const judged = seen.flatMap(({ questions }) =>
    questions.map(({ of }) => {
      const same = questions.filter((other) => other.of === of).length;
      return { precision: same / questions.length, recall: same / asked.filter((other) => other.of === of).length };
    }),
  );
  const mean = (values: readonly number[]) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
  const [precision, recall] = [mean(judged.map((one) => one.precision)), mean(judged.map((one) => one.recall))];
  return `precision ${precision}  recall ${recall}  gaps ${Math.round(seen.length / ORDERS)}`;
}

function gather(asked: readonly Asked[]): Gathered[] {
  const gaps: Gathered[] = [];
  for (const question of asked) {
    const gap = mostAlike(question, gaps);
    if (gap === undefined) gaps.push({ terms: question.terms, vector: question.vector, questions: [question] });
    else gap.questions.push(question);
  }
  return gaps;
}

/** The questions in an order of their own for each number, the same in every run (a linear congruential generator, Numerical Recipes). */
function inOrder(asked: readonly Asked[], order: number): Asked[] {
  let state = order;
  const keyed = asked.map((question) => ({ question, key: (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) }));
  return keyed.toSorted((one, other) => one.key - other.key).map(({ question }) => question);
}
