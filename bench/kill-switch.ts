/**
 * From the kill switch to the refusal, in ms, on two other processes than the one that switches: each asks without a pause whether its person may ask, by the
 * way every request of the chat takes (session, membership, project, `requireAsking`). Run with `npm run bench:kill-switch`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

import { CitadelError } from "@/lib/platform/errors";
import { requireAsking } from "@/lib/portal/asking/may-ask";
import { setAsking } from "@/lib/portal/asking/set-asking";
import { closePortalDatabase } from "@/lib/portal/database";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";
import { openGate } from "@/lib/portal/testing/switched-on";

const ROUNDS = 20;

/** What an asking process tells: it may ask again, or it was refused at this time. */
type Told = { state: "may" } | { state: "refused"; at: number };

/** One of the two processes: tells each change of whether its person may ask. */
async function askOnAndOn(token: string, org: string, project: string): Promise<never> {
  let may: boolean | null = null;
  for (;;) {
    const now = await mayAsk(token, org, project);
    if (now !== may) process.send?.(now ? { state: "may" } : { state: "refused", at: performance.timeOrigin + performance.now() });
    may = now;
  }
}

async function mayAsk(token: string, org: string, project: string): Promise<boolean> {
  try {
    await requireAsking(await tenantBy(token, org, project));
    return true;
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "forbidden") return false;
    throw thrown;
  }
}

async function told(child: ChildProcess, state: Told["state"]): Promise<number> {
  for (;;) {
    const [message]: [Told] = await once(child, "message").then(([first]) => [first]);
    if (message.state === state) return message.state === "refused" ? message.at : 0;
  }
}

async function measure(): Promise<void> {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const { token } = await newMember(tenant, "reader");
  await openGate(scope);
  const children = [0, 1].map(() => fork(process.argv[1] ?? "", [token, tenant.org, tenant.project]));
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = Promise.all(children.map((child) => told(child, "may")));
    await setAsking(scope, true);
    await open;
    const refused = Promise.all(children.map((child) => told(child, "refused")));
    const switched = performance.timeOrigin + performance.now();
    await setAsking(scope, false);
    taken.push(...(await refused).map((at) => at - switched));
  }
  for (const child of children) child.kill("SIGTERM");
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0).toFixed(0);
  console.log(`kill switch to refusal, ${children.length} processes, ${ROUNDS} rounds: ${at(0)} ms at least, ${at(0.5)} ms in the middle, ${at(1)} ms at most`);
}

const [token, org = "", project = ""] = process.argv.slice(2);
if (token === undefined) await measure();
else await askOnAndOn(token, org, project);
await closePortalDatabase();
process.exit(0);
