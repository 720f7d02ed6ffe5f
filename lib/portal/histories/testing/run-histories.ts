import fc from "fast-check";

import { look } from "@/lib/portal/histories/testing/look";
import { history, type Operation } from "@/lib/portal/histories/testing/operation";
import { perform, type World } from "@/lib/portal/histories/testing/perform";
import { emptied, newPair, type Pair } from "@/lib/portal/histories/testing/tenant-under-test";

/** After so many histories two new tenants begin: lists that only grow would slow the later ones down. */
const HISTORIES_A_PAIR = 100;

/** What was done, for the line that is printed. */
export interface Done {
  failed: boolean;
  /** The shortest history that fast-check found to fail, with what was seen. */
  report: string;
  histories: number;
  operations: number;
  states: number;
  byKind: Record<string, number>;
}

/** Runs random histories of two tenants; the first one in which something shows ends it. */
export async function runHistories(count: number, { open, read }: Pick<World, "open" | "read">): Promise<Done> {
  const answers: World["answers"] = new Map();
  const done = { histories: 0, operations: 0, byKind: {} as Record<string, number> };
  let pair: Pair | undefined;
  const run = async (operations: Operation[]) => {
    if (pair === undefined || done.histories % HISTORIES_A_PAIR === 0) pair = await newPair();
    done.histories += 1;
    const { tenants, guest } = pair;
    // Gone until the history has ended well: after one that failed, nothing of its tenants is as it should be.
    pair = undefined;
    const world: World = { guest, answers, open, read };
    for (const [by, what] of operations) {
      const [own, other] = by === 0 ? tenants : ([tenants[1], tenants[0]] as const);
      await perform(own, other, what, world);
      done.operations += 1;
      done.byKind[what.kind] = (done.byKind[what.kind] ?? 0) + 1;
    }
    // The one who did not act last is still what it has made of itself.
    const [bystander, other] = operations.at(-1)?.[0] === 0 ? ([tenants[1], tenants[0]] as const) : tenants;
    await look(bystander, await open(bystander, other));
    for (const tenant of tenants) await emptied(tenant, guest);
    pair = { tenants, guest };
  };
  const details = await fc.check(fc.asyncProperty(history, run), { numRuns: count, endOnFailure: true });
  return { ...done, failed: details.failed, states: answers.size, report: details.failed ? `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}` : "" };
}
